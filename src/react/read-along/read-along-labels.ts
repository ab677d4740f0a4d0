import type { CostNoteLabels } from '../player/CostNote.js';
import type { ErrorNoteLabels } from '../player/ErrorNote.js';
import type { RateControlLabels } from '../player/rate-labels.js';
import type { FormatPlace } from '../player/seek-bar.js';
import type { PlayButtonLabels } from '../player/usePlayButton.js';
import type { SkipLabel } from '../player/useSkipButton.js';
import type { VolumeControlLabels } from '../player/VolumeControl.js';
import type { PracticeLabels } from '../practice/practice-labels.js';
import type { SleepTimerLabels } from '../practice/sleep-timer-labels.js';
import type { TextSearchLabels } from '../search/search-labels.js';
import type { TakeAwayLabels } from '../take-away/take-away-labels.js';
import type { TranscriptLabels } from '../transcript/transcript-labels.js';
import type { VoicePickerLabels } from '../voices/voice-picker-labels.js';
import type { MoreLabels } from './more-labels.js';
import type { ShortcutsLabels } from './ShortcutsDialog.js';

/** Every word that a `ReadAlong` says itself. */
export interface ReadAlongLabels {
  /** Of the whole. @default 'Read along' */
  region?: string;
  /** Of the controls. @default 'Playback' */
  controls?: string;
  /** Of the seek bar. @default 'Seek' */
  seek?: string;
  /** What the seek bar says of a place. */
  place?: FormatPlace;
  /** Of the way back to the voice, for a reader who looked elsewhere. @default 'Back to the voice' */
  follow?: string;
  transcript?: TranscriptLabels;
  play?: Partial<PlayButtonLabels>;
  skip?: SkipLabel;
  rate?: RateControlLabels;
  volume?: VolumeControlLabels;
  cost?: CostNoteLabels;
  more?: MoreLabels;
  takeAway?: TakeAwayLabels;
  search?: TextSearchLabels;
  practice?: PracticeLabels;
  sleepTimer?: SleepTimerLabels;
  shortcuts?: ShortcutsLabels;
  error?: ErrorNoteLabels;
  voicePicker?: VoicePickerLabels;
}

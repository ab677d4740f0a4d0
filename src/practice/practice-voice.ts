import type { TextRange } from '../alignment/text-range.js';
import type { Timeline } from '../alignment/timeline.js';
import type { ArrangedSound, Arrangement, Detour } from '../audio/arrangement.js';

/** What practice needs of the speech that speaks the text. Offsets are UTF-16 units of the text that is shown. */
export interface PracticeVoice {
  getSnapshot(): {
    readonly timeline: Timeline;
    readonly status: 'idle' | 'buffering' | 'playing' | 'paused' | 'ended' | 'error';
  };
  currentOffset(): number;
  play(): void;
  pause(): void;
  /** Calls back at every new snapshot and after every jump, also in a hidden page. Returns how to stop. */
  watch(listener: () => void): () => void;
  /** Calls back once an animation frame while it plays, and after every jump. Returns how to stop. */
  subscribeFrames(listener: () => void): () => void;
  /** Plays what is made of a stretch of it in place of its sound. */
  arrange(range: TextRange, arrangement: Arrangement): Detour;
  readonly sound: ArrangedSound;
}

import { skip } from './skip.js';
import type { Speech } from './speech.js';
import { toggleMute } from './toggle-mute.js';

/** What a key, or anything else that the reader uses, asks of a speech. */
export type SpeechCommand =
  | 'toggle'
  | 'stop'
  | 'back'
  | 'forward'
  | 'stepBack'
  | 'stepForward'
  | 'previousWord'
  | 'nextWord'
  | 'previousSentence'
  | 'nextSentence'
  | 'repeatSentence'
  | 'slower'
  | 'faster'
  | 'mute';

/** Seconds of a small step and of a large one. */
const STEP = 5;
const LEAP = 10;
const RATE_STEP = 0.25;

/** Does what a command says. */
export function runCommand(speech: Speech, command: SpeechCommand): void {
  COMMANDS[command](speech);
}

const COMMANDS: Readonly<Record<SpeechCommand, (speech: Speech) => void>> = {
  toggle: togglePlay,
  stop: (speech) => speech.stop(),
  back: (speech) => skip(speech, { seconds: -LEAP }),
  forward: (speech) => skip(speech, { seconds: LEAP }),
  stepBack: (speech) => skip(speech, { seconds: -STEP }),
  stepForward: (speech) => skip(speech, { seconds: STEP }),
  previousWord: (speech) => skip(speech, { words: -1 }),
  nextWord: (speech) => skip(speech, { words: 1 }),
  previousSentence: (speech) => skip(speech, { sentences: -1 }),
  nextSentence: (speech) => skip(speech, { sentences: 1 }),
  repeatSentence,
  slower: (speech) => changeRate(speech, -RATE_STEP),
  faster: (speech) => changeRate(speech, RATE_STEP),
  mute: toggleMute,
};

function togglePlay(speech: Speech): void {
  const { status, blocked } = speech.getSnapshot();
  if (!blocked && (status === 'playing' || status === 'buffering')) speech.pause();
  else speech.play();
}

/** From the start of the sentence that is heard, and aloud: who asks for it again wants to hear it. */
function repeatSentence(speech: Speech): void {
  const { sentences } = speech.getSnapshot().timeline.spans;
  const index = Math.max(0, sentences.indexAt(speech.currentOffset()));
  if (sentences.count > 0) speech.seekToOffset(sentences.start(index));
  const { status } = speech.getSnapshot();
  if (status !== 'playing' && status !== 'buffering') speech.play();
}

/** To the next quarter, so that a fine speed comes back to the usual ones. */
function changeRate(speech: Speech, step: number): void {
  const { playbackRate } = speech.getSnapshot();
  const quarters = playbackRate / RATE_STEP;
  speech.setPlaybackRate((step < 0 ? Math.ceil(quarters - 1e-6) - 1 : Math.floor(quarters + 1e-6) + 1) * RATE_STEP);
}

/**
 * Why times are not those of the recording, one stable word each.
 * - `no-times`: none came.
 * - `unequal-lengths`: the lists of characters, starts and ends were of different lengths.
 * - `missing-times`: some were null, not a number, negative or left out.
 * - `unordered-times`: some fell, overlapped or leapt ahead, or an end is not where the next begins.
 * - `restarted-times`: they began again at 0, as those of websocket messages do.
 * - `collapsed-times`: a run of words had one time.
 * - `tags-left-out`: SSML or audio tags of the text were not among the characters, or in part.
 * - `text-differs`: the characters were not those of the text, or some were none.
 * - `only-normalized`: only times of the text as the model says it came.
 * - `sentence-level`: only the times of sentences, cues or other stretches of words are known; inside, times are guessed.
 * - `word-level`: words have times, their characters have not.
 * - `ends-before-the-text`: the last characters had no times.
 * - `ends-before-the-sound`: all characters have times, and the sound goes on for more than a second.
 * - `ends-after-the-sound`: times went on behind the end of the sound.
 * - `not-bought-yet`: part of a long text has no sound yet; its times are guessed from the voice's pace so far.
 */
export type TimeReason = (typeof REASONS)[number];

const REASONS = [
  'no-times',
  'unequal-lengths',
  'missing-times',
  'unordered-times',
  'restarted-times',
  'collapsed-times',
  'tags-left-out',
  'text-differs',
  'only-normalized',
  'sentence-level',
  'word-level',
  'ends-before-the-text',
  'ends-before-the-sound',
  'ends-after-the-sound',
  'not-bought-yet',
] as const;

/** Whether a value is one of the reasons. */
export const isTimeReason = (value: unknown): value is TimeReason => REASONS.some((reason) => reason === value);

/**
 * How far the times can be trusted, and why not further. `exact`: each start and end is the recording's, and no character lacks
 * them but white space at the end. `repaired`: most are, some were mended. `estimated`: most of the text has guessed times (from
 * how long characters take to say) or, once no more will come, none. `none`: there are none.
 */
export interface TimeQuality {
  readonly level: 'exact' | 'repaired' | 'estimated' | 'none';
  readonly reasons: readonly TimeReason[];
}

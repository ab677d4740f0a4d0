import type { TextRange } from '../alignment/text-range.js';

/** One hearing of a stretch of the text, and the silence behind it. */
export interface PracticeRound {
  readonly range: TextRange;
  /** How fast, against the speed that the reader has set. */
  readonly tempo: number;
  /** How long the silence behind it is, against the stretch itself: 1 is as long. */
  readonly gap: number;
  /** How often the stretch was heard before. */
  readonly hearing: number;
  /** How often it is to be heard. */
  readonly times: number;
  /** The round with which it goes on where nothing of this one sounds, as of a smile; null where that is the end. */
  readonly elsewhere: number | null;
}

/** The rounds of an exercise, by number from 0; null behind the last. Asked for as they are about to be heard, and once each. */
export type PracticeRounds = (round: number) => PracticeRound | null;

import type { Alignment } from '../wire/alignment.js';
import { spreadTimes } from './spoken-weight.js';

/** An alignment, and whether its times inside of sentences or cues are guessed. */
export interface GivenAlignment extends Alignment {
  readonly isSpread?: boolean;
}

/** A stretch of text with its times in seconds. */
export interface TimedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a stretch and the white space between them, each with its share of the time; white space at an end has none. */
export function spreadWords({ text, start, end }: TimedText): TimedText[] {
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const words = inside.match(/\s+|\S+/g) ?? [];
  const borders = spreadTimes(words, start, end);
  return [
    ...(before ? [{ text: before, start, end: start }] : []),
    ...words.map((word, i) => ({ text: word, start: borders[i] ?? start, end: borders[i + 1] ?? end })),
    ...(after ? [{ text: after, start: end, end }] : []),
  ];
}

/** Lists of texts and times, as alignments have them. */
export function alignmentFrom(texts: readonly TimedText[], isSpread = false): GivenAlignment {
  return {
    characters: texts.map(({ text }) => text),
    characterStartTimesSeconds: texts.map(({ start }) => start),
    characterEndTimesSeconds: texts.map(({ end }) => end),
    isSpread,
  };
}

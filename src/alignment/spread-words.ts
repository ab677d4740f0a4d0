import type { Alignment } from '../wire/alignment.js';
import { detectLocale } from './detect-locale.js';
import { spreadTimes } from './spoken-weight.js';
import type { TimeQuality } from './time-quality.js';
import { UNSPACED } from './unspaced-script.js';
import { findWords } from './words.js';

/** An alignment, and what is known against it. */
export interface GivenAlignment extends Alignment {
  /** Of each character, whether its times are guessed. @default none is */
  readonly guessed?: readonly boolean[] | undefined;
  /** What was said of these times before: they are no better than that. */
  readonly quality?: TimeQuality | undefined;
}

/** A stretch of text with its times in seconds. */
export interface TimedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** @default false */
  readonly guessed?: boolean;
}

/** A word may be broken here, or is one of a script that needs a dictionary. */
const MAY_BE_MANY = new RegExp(`\\s|[—…]|\\.{3}|${UNSPACED.source}`, 'u');

/**
 * The words of a stretch, as the timeline will have them, and the white space between them: each with its share of the time,
 * which is a guess where there are several words. White space at an end has no time of its own.
 */
export function spreadWords({ text, start, end }: TimedText): TimedText[] {
  const inside = text.trim();
  const from = text.length - text.trimStart().length;
  const words = piecesOf(inside);
  const borders = spreadTimes(words, start, end);
  const guessed = words.length > 1;
  const stretches: TimedText[] = from > 0 ? [{ text: text.slice(0, from), start, end: start }] : [];
  for (const [i, word] of words.entries())
    stretches.push({ text: word, start: borders[i] ?? start, end: borders[i + 1] ?? end, guessed });
  const after = text.slice(from + inside.length);
  if (after) stretches.push({ text: after, start: end, end });
  return stretches;
}

function piecesOf(text: string): string[] {
  if (!MAY_BE_MANY.test(text)) return text ? [text] : [];
  const words = findWords(text, detectLocale(text));
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i < words.count; i++) {
    if (words.start(i) > from) pieces.push(text.slice(from, words.start(i)));
    pieces.push(text.slice(words.start(i), words.end(i)));
    from = words.end(i);
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** Lists of texts and times, as alignments have them. */
export function alignmentFrom(texts: readonly TimedText[]): GivenAlignment {
  const guessed = texts.map(({ guessed }) => guessed ?? false);
  return {
    characters: texts.map(({ text }) => text),
    characterStartTimesSeconds: texts.map(({ start }) => start),
    characterEndTimesSeconds: texts.map(({ end }) => end),
    ...(guessed.includes(true) && { guessed, quality: { level: 'repaired', reasons: ['sentence-level'] } }),
  };
}

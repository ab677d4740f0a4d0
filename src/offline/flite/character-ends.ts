import { isSpace, takesNoTime } from '../tones/silent-character.js';
import type { SpokenWord } from './spoken-words.js';

/** Where a word is in the sound: the bounds of its phones in seconds, one more than it has phones, at least two. */
export type WordBounds = readonly number[];

/** A space between words that run together still takes a moment, of the word before it. */
const SHORTEST_SPACE = 0.02;

/** When each character ends: the bounds of words spread over their letters, the pauses between words over what stands there. */
export function characterEnds(
  characters: readonly string[],
  words: readonly SpokenWord[],
  bounds: readonly WordBounds[],
  total: number,
): number[] {
  const ends: number[] = [];
  let time = 0;
  for (const [index, word] of words.entries()) {
    const own = bounds[index] ?? [];
    const start = Math.max(time, own[0] ?? time);
    time = spread(ends, characters, gapWeight, word.start, [time, start]);
    const next = words[index + 1];
    const pause = next ? (bounds[index + 1]?.[0] ?? 0) - (own.at(-1) ?? 0) : total;
    const open = pause < SHORTEST_SPACE && next !== undefined && next.start > word.end;
    time = spread(ends, characters, letterWeight, word.end, open ? shorten(own, start) : [start, ...own.slice(1)]);
  }
  spread(ends, characters, gapWeight, characters.length, [time, total]);
  if (ends.length > 0) ends[ends.length - 1] = total;
  return ends;
}

/** Takes a short space's time from the last phone, at most a quarter of it. */
function shorten(bounds: WordBounds, start: number): number[] {
  const last = bounds.at(-1) ?? start;
  const before = bounds.at(-2) ?? last;
  return [start, ...bounds.slice(1, -1), last - Math.min(SHORTEST_SPACE, (last - before) / 4)];
}

type Weight = (characters: readonly string[], index: number) => number;

/** Adds the ends of the characters up to `until` so that they cross the bounds evenly by weight. Returns the time that was reached. */
function spread(
  ends: number[],
  characters: readonly string[],
  weight: Weight,
  until: number,
  bounds: readonly number[],
): number {
  const first = ends.length;
  const weights: number[] = [];
  for (let i = first; i < until; i++) weights.push(weight(characters, i));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const start = bounds[0] ?? 0;
  if (whole === 0) {
    // Nothing here can hold the time: the character before does.
    const last = bounds.at(-1) ?? start;
    const end = first > 0 && first < until ? last : start;
    for (let i = Math.max(0, first - 1); i < until; i++) ends[i] = end;
    return until > first ? end : start;
  }
  let passed = 0;
  for (const one of weights) {
    passed += one;
    ends.push(timeAt(bounds, passed / whole));
  }
  return ends.at(-1) ?? start;
}

/** The time at a share (0 to 1) of the bounds, each stretch between two bounds counting the same. */
function timeAt(bounds: readonly number[], share: number): number {
  const place = share * (bounds.length - 1);
  const index = Math.min(bounds.length - 2, Math.floor(place));
  const from = bounds[index] ?? 0;
  const to = bounds[index + 1] ?? from;
  return from + (to - from) * (place - index);
}

const isFree = (characters: readonly string[], index: number) =>
  takesNoTime(characters[index] ?? '', characters[index - 1], characters[index + 1]);

const gapWeight: Weight = (characters, index) => {
  if (isFree(characters, index)) return 0;
  return isSpace(characters[index] ?? '') ? 3 : 1;
};

const letterWeight: Weight = (characters, index) => {
  if (isFree(characters, index)) return 0;
  return /[\p{L}\p{N}]/u.test(characters[index] ?? '') ? 1 : 0.3;
};

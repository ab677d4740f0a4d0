import type { SpanList } from '../alignment/span-list.js';
import { borderPlaces } from './border-places.js';
import { isAllowed } from './find-border.js';
import type { PartPlan } from './plan-parts.js';
import { sentenceStarts } from './sentence-starts.js';
import { findUnbreakable } from './unbreakable.js';

export interface SplitOptions {
  readonly locale?: string | undefined;
  readonly protected?: SpanList | undefined;
}

/** Those of some offsets at which the parts of a plan can be cut once more, in order. */
export function possibleSplits(
  text: string,
  offsets: readonly number[],
  plan: PartPlan,
  options: SplitOptions,
): number[] {
  const inOrder = [...new Set(offsets)].sort((a, b) => a - b);
  return inOrder.filter((offset) => {
    if (!Number.isInteger(offset) || offset <= 0 || offset >= text.length) return false;
    const start = plan.start(plan.partAt(offset));
    return start < offset && /\S/.test(text.slice(start, offset)) && isPossible(text, offset, options);
  });
}

/** Where the sentence of an offset begins, if that is behind the start of its part; else null. */
export function splitAt(text: string, start: number, offset: number, options: SplitOptions): number | null {
  const starts = sentenceStarts(text, start + 1, offset + 1, options.locale);
  const place = starts.findLast((place) => isPossible(text, place, options));
  return place !== undefined && /\S/.test(text.slice(start, place)) ? place : null;
}

/** The same for a seek: a sentence that begins far before the offset would have to be heard first, so there it is the word. */
export function splitNear(text: string, start: number, offset: number, options: SplitOptions): number | null {
  const sentence = splitAt(text, start, offset, options);
  if (offset - (sentence ?? start) <= NEAR) return sentence;
  const tags = findUnbreakable(text, start, offset + 1, options.protected);
  const words = borderPlaces(text, 'word', start + 1, offset + 1, tags, options.locale);
  const word = words.findLast((place) => isPossible(text, place, options));
  return word !== undefined && word > (sentence ?? start) ? word : sentence;
}

/** UTF-16 units that may be said before a place that was gone to: two seconds. */
const NEAR = 30;

/** Letters on both sides, in a script with spaces: a text that changed since. */
const WITHIN_WORD = /^[\p{L}\p{N}][\p{L}\p{N}]$/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isPossible(text: string, offset: number, options: SplitOptions): boolean {
  const tags = findUnbreakable(text, offset, offset + 1, options.protected);
  const sides = text.slice(offset - 1, offset + 1);
  return isAllowed(text, offset, tags) && (!WITHIN_WORD.test(sides) || UNSPACED.test(sides));
}

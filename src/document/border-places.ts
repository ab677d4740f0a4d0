import { detectLocale } from '../alignment/detect-locale.js';
import { safeStart } from '../alignment/grapheme-border.js';
import { findGraphemes } from '../alignment/graphemes.js';
import { findWords } from '../alignment/words.js';
import { SENTENCE_REACH, sentenceStarts } from './sentence-starts.js';

/** What a text may be cut at, the best first. */
export const BORDER_KINDS = ['paragraph', 'sentence', 'clause', 'line', 'word', 'tag', 'grapheme'] as const;
export type BorderKind = (typeof BORDER_KINDS)[number];

const PARAGRAPH = /\n[^\S\n]*\n\s*(?=\S)/g;
/** A comma or its like with a space behind it; where words have none, or none around a dash, without. */
const CLAUSE =
  /(?:[,;:—–،؛։、，；：।॥…]|\.{3})[\p{Pe}\p{Pf}"']*\s+(?=\S)|[、，；：—…][\p{Pe}\p{Pf}]*(?=[\p{L}\p{N}\p{Ps}\p{Pi}])/gu;
const LINE = /\n\s*(?=\S)/g;
/** A part begins with no mark that belongs to what is before, and a full stop where no sentence ends is an abbreviation's. */
const BEGINS_BADLY = /^[\p{Pd}\p{Pe}\p{Pf}.,;:!?…،؛、。，；：！？।॥]/u;
const ENDS_SHORT = /\.\s*$/;

/** UTF-16 offsets in [low, high) where a text might be cut at its best, in one of the kinds. `tags` are pairs of offsets. */
export function borderPlaces(
  text: string,
  kind: BorderKind,
  low: number,
  high: number,
  tags: readonly (readonly [number, number])[],
  locale: string | undefined,
): number[] {
  if (kind === 'sentence') return sentenceStarts(text, low, high, locale);
  const places = kind === 'tag' ? tags.flat() : placesOf(text, kind, low, high, locale);
  return places.filter((place) => place >= low && place < high);
}

function placesOf(
  text: string,
  kind: Exclude<BorderKind, 'sentence' | 'tag'>,
  low: number,
  high: number,
  locale: string | undefined,
): number[] {
  const from = safeStart(text, Math.max(0, low - SENTENCE_REACH));
  const around = text.slice(from, high + SENTENCE_REACH);
  const endsOf = (pattern: RegExp): number[] =>
    Array.from(around.matchAll(pattern), (match) => from + match.index + match[0].length);
  if (kind === 'paragraph') return endsOf(PARAGRAPH);
  if (kind === 'clause') return endsOf(CLAUSE);
  if (kind === 'line') return endsOf(LINE);
  const spans = kind === 'word' ? findWords(around, locale ?? detectLocale(around)) : findGraphemes(around);
  const starts = Array.from({ length: spans.count }, (_, i) => spans.start(i)).slice(1);
  const isGood = (start: number): boolean =>
    !BEGINS_BADLY.test(around.slice(start, start + 2)) && !ENDS_SHORT.test(around.slice(Math.max(0, start - 4), start));
  return (kind === 'word' ? starts.filter(isGood) : starts).map((start) => from + start);
}

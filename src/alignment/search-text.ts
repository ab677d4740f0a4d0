import { createFold, type FoldOptions } from './fold-text.js';
import { type FoldedText, foldedText } from './folded-text.js';
import { graphemeStart, safeStart } from './grapheme-border.js';
import { segmenterFor } from './segment-pieces.js';
import type { TextRange } from './text-range.js';
import { UNSPACED } from './unspaced-script.js';

/** What counts as the same when a text is searched. */
export interface SearchOptions extends FoldOptions {
  /** Whether only whole words count. @default false */
  readonly wholeWords?: boolean | undefined;
}

/** Searches texts in one way, and remembers the last text as it is searched: what is typed letter by letter is found at once. */
export interface TextSearcher {
  /** The places where a query stands, in the order of the text: UTF-16 offsets, never within a grapheme, none over another. */
  search(text: string, query: string): readonly TextRange[];
}

/**
 * Creates a search that remembers the last text.
 *
 * @example const search = createTextSearch({ wholeWords: true }); search.search(text, query)
 */
export function createTextSearch(options: SearchOptions = {}): TextSearcher {
  const { locale, wholeWords = false } = options;
  const fold = createFold(options);
  let folded: FoldedText | null = null;
  return {
    search(text, query) {
      const wanted = foldedText(query, fold).text.trim();
      if (wanted === '') return [];
      if (folded?.source !== text) folded = foldedText(text, fold);
      return rangesOf(wanted, folded, wholeWords ? (range) => isWhole(text, range, locale) : () => true);
    },
  };
}

let last: { readonly key: string; readonly searcher: TextSearcher } | null = null;

/**
 * The places where a query stands in a text, in its order: UTF-16 offsets, never within a grapheme. Capitals, accents, width,
 * the style of quotes and dashes, and how much white space there is do not count, unless the options say so.
 *
 * @example searchText(timeline.text, 'cafe')
 */
export function searchText(text: string, query: string, options: SearchOptions = {}): readonly TextRange[] {
  const { locale, matchCase, wholeWords, diacritics } = options;
  const key = JSON.stringify([locale, matchCase, wholeWords, diacritics]);
  if (last?.key !== key) last = { key, searcher: createTextSearch(options) };
  return last.searcher.search(text, query);
}

/** The number of the first place that begins at an offset or behind it, or with `back` of the last before it; from the other end where there is none, -1 where there are no places. */
export function matchFrom(matches: readonly TextRange[], offset: number, back = false): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  if (matches.length === 0) return -1;
  return back ? (low + matches.length - 1) % matches.length : low % matches.length;
}

function rangesOf(wanted: string, folded: FoldedText, counts: (range: TextRange) => boolean): TextRange[] {
  const { source, text, sourceAt } = folded;
  const ranges: TextRange[] = [];
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const end = at + wanted.length;
    const range = { start: sourceAt(at), end: sourceAt(end) };
    // Half of what one character folds to is none.
    const isWithin = (at > 0 && sourceAt(at - 1) === range.start) || sourceAt(end - 1) === range.end;
    const isFound = !isWithin && isBorder(source, range.start) && isBorder(source, range.end) && counts(range);
    if (isFound) ranges.push(range);
    at = text.indexOf(wanted, isFound ? end : at + 1);
  }
  return ranges;
}

const isBorder = (text: string, offset: number): boolean =>
  safeStart(text, offset) === offset || graphemeStart(text, offset) === offset;

const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** UTF-16 units around a border in which words are looked for, in scripts without spaces. */
const AROUND = 48;

function isWhole(text: string, { start, end }: TextRange, locale: string | undefined): boolean {
  return isWordBorder(text, start, locale) && isWordBorder(text, end, locale);
}

function isWordBorder(text: string, offset: number, locale: string | undefined): boolean {
  const before = characterBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  if (!WORD.test(before) || !WORD.test(after)) return true;
  if (!UNSPACED.test(before) && !UNSPACED.test(after)) return false;
  const from = safeStart(text, Math.max(0, offset - AROUND));
  const window = text.slice(from, offset + AROUND);
  return (
    segmenterFor('word', locale)
      .segment(window)
      .containing(offset - from)?.index ===
    offset - from
  );
}

function characterBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? offset - 2 : Math.max(0, offset - 1), offset);
}

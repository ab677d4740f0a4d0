import { detectLocale } from '../alignment/detect-locale.js';
import { findWords } from '../alignment/words.js';
import { findBorder } from './find-border.js';
import { sentenceStarts } from './sentence-starts.js';

/** A tag that may still be closed. */
const OPEN_TAG = /\[(?:\p{L}[^[\]\n]{0,80})?$|<\/?(?:[a-z][^<>\n]{0,312})?$/iu;
const MAY_END = /[\p{Sentence_Terminal}…\n]/u;
const ENDED = /(?:\s|[\p{Sentence_Terminal}…,;:—–][\p{Pe}\p{Pf}"']*)$/u;

/** How much of a text that grows are sentences that are over for sure: another one began behind them. UTF-16 units. */
export function sureEnd(text: string, locale: string | undefined): number {
  if (!MAY_END.test(text)) return 0;
  const end = withoutOpenTag(text);
  // A letter tells a sentence from what still belongs to the one before, as in “Stop!” (she said).
  return sentenceStarts(text, 1, end, locale).findLast((start) => /\p{L}/u.test(text.slice(start, end))) ?? 0;
}

/** How much can be said when no more comes for a while: all but a last word that may not be whole, and a tag that is not closed. */
export function quietEnd(text: string, locale: string | undefined): number {
  const end = withoutOpenTag(text);
  const said = text.slice(0, end);
  if (!/\S/.test(said)) return 0;
  if (ENDED.test(said)) return end;
  const from = Math.max(0, end - 400);
  const tail = text.slice(from, end);
  const words = findWords(tail, locale ?? detectLocale(tail));
  const last = words.count > 0 ? from + words.start(words.count - 1) : 0;
  return /\S/.test(text.slice(0, last)) ? last : 0;
}

/** Where a text that has gone on for long without a full stop is best cut, at most at `most` UTF-16 units; 0 where there is no place. */
export function longEnd(text: string, most: number, locale: string | undefined): number {
  const high = Math.min(most, text.length);
  const low = Math.floor(high / 4);
  const { offset, kind } = findBorder(text, { target: high, low, high, least: low, most: high, locale });
  return kind === null || kind === 'grapheme' ? 0 : offset;
}

function withoutOpenTag(text: string): number {
  const from = Math.max(0, text.length - 400);
  const open = OPEN_TAG.exec(text.slice(from));
  return open ? from + open.index : text.length;
}

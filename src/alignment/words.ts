import { findGraphemes } from './graphemes.js';
import { segmentPieces } from './segment-pieces.js';
import { createSpanList, type SpanList } from './span-list.js';

/** Scripts written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const OPENING = /^[\p{Ps}\p{Pi}]+$/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/**
 * An em dash, an ellipsis, or three full stops and more, with what closes around it. A quote in front of a letter opens.
 */
const BREAK_INSIDE = /(?:—|…|\.{3,})(?:[—….!?,;:)\]\p{M}]|['"”’»](?![\p{L}\p{N}]))*/gu;

/**
 * The words of a text: runs without white space, so that words and the space between them join to the text exactly.
 * Runs in scripts without spaces are cut by Intl.Segmenter; an em dash or ellipsis inside a run ends a word.
 */
export function findWords(text: string, locale: string | undefined): SpanList {
  const words = createSpanList();
  const run = /\S+/g;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    if (UNSPACED.test(match[0])) addSegmented(words, match[0], match.index, locale);
    else addBroken(words, match[0], match.index);
  }
  return words;
}

/** A dash at an end, or with nothing but marks on one side, parts no words. */
function addBroken(words: SpanList, run: string, at: number): void {
  let from = 0;
  BREAK_INSIDE.lastIndex = 0;
  for (let match = BREAK_INSIDE.exec(run); match; match = BREAK_INSIDE.exec(run)) {
    const end = BREAK_INSIDE.lastIndex;
    if (!WORD_CHARACTER.test(run.slice(from, match.index)) || !WORD_CHARACTER.test(run.slice(end))) continue;
    words.add(at + from, at + end);
    from = end;
  }
  words.add(at + from, at + run.length);
}

/** Punctuation stays with the word it touches: what opens with the next, all else with the one before. */
function addSegmented(words: SpanList, run: string, at: number, locale: string | undefined): void {
  let start = 0;
  let opening = -1;
  let hasWord = false;
  const graphemes = /[\p{M}\u200d]/u.test(run) ? findGraphemes(run) : null;
  // Dictionaries of some engines part a letter from its marks where they do not know the word.
  const isWithinGrapheme = (offset: number): boolean =>
    graphemes !== null && graphemes.start(graphemes.indexAt(offset)) !== offset;
  for (const { index, end, isWordLike } of segmentPieces(run, 'word', locale)) {
    const cut = opening >= 0 ? opening : index;
    if (isWordLike && hasWord && !isWithinGrapheme(cut)) {
      words.add(at + start, at + cut);
      start = cut;
    }
    if (!isWordLike && OPENING.test(run.slice(index, end))) opening = opening >= 0 ? opening : index;
    else opening = -1;
    hasWord ||= isWordLike;
  }
  words.add(at + start, at + run.length);
}

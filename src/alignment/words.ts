import { findGraphemes } from './graphemes.js';
import { segmenterFor, segmentPieces } from './segment-pieces.js';
import { createSpanList, type SpanList } from './span-list.js';
import { UNSPACED } from './unspaced-script.js';

/** What makes one grapheme of several characters, and \p{Cf} some that go before others. */
const JOINS = /[\p{M}\p{Cf}\p{Grapheme_Extend}\p{Emoji_Modifier}\u0e33\u0eb3]/u;
/** How far marks behind a space are looked at, in UTF-16 units. */
const CARRIED = 256;
const OPENING = /^[\p{Ps}\p{Pi}]+$/u;
/**
 * An em dash, an ellipsis, or three full stops and more, with what closes around it. A quote in front of a letter opens.
 */
const BREAK_INSIDE = /(?:—|…|\.{3,})(?:[—….!?,;:)\]\p{M}]|['"”’»](?![\p{L}\p{N}]))*/gu;

/**
 * The words of a text: runs without white space, so that words and the space between them join to the text exactly.
 * Runs in scripts without spaces are cut by Intl.Segmenter; an em dash or ellipsis inside a run ends a word. No word cuts a
 * grapheme: a mark or joiner that stands behind a space belongs to that space, and so to no word.
 */
export function findWords(text: string, locale: string | undefined): SpanList {
  const words = createSpanList();
  const run = /\S+/g;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const from = behindCarried(text, match.index);
    if (from >= run.lastIndex) continue;
    const piece = text.slice(from, run.lastIndex);
    if (UNSPACED.test(piece)) addSegmented(words, piece, from, locale);
    else addBroken(words, piece, from);
  }
  return words;
}

/** What a grapheme may go on with, as Unicode has it: only then is the segmenter asked, which costs more. */
const EXTENDS = /^(?:[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u0e33\u0eb3]|\u200d)/u;

/** Where a run begins without the marks that the space before it carries: they are one grapheme with it. */
function behindCarried(text: string, index: number): number {
  if (index === 0 || !EXTENDS.test(text.slice(index, index + 2))) return index;
  let end = index;
  for (const { segment } of segmenterFor('grapheme', undefined).segment(text.slice(index - 1, index + CARRIED))) {
    end = index - 1 + segment.length;
    break;
  }
  return end;
}

/** A dash at an end, or with nothing but marks on one side, parts no words. */
function addBroken(words: SpanList, run: string, at: number): void {
  const letters = /[—…]|\.{3}/.test(run) ? lettersOf(run) : [];
  const last = letters.at(-1) ?? -1;
  let next = 0;
  let from = 0;
  for (const match of letters.length > 1 ? run.matchAll(BREAK_INSIDE) : []) {
    const end = match.index + match[0].length;
    while ((letters[next] ?? Infinity) < from) next++;
    if ((letters[next] ?? Infinity) >= match.index || last < end) continue;
    words.add(at + from, at + end);
    from = end;
  }
  words.add(at + from, at + run.length);
}

/** Where the letters and digits of a run are. */
const lettersOf = (run: string): number[] => Array.from(run.matchAll(/[\p{L}\p{N}]/gu), ({ index }) => index);

/** Punctuation stays with the word it touches: what opens with the next, all else with the one before. */
function addSegmented(words: SpanList, run: string, at: number, locale: string | undefined): void {
  let start = 0;
  let opening = -1;
  let hasWord = false;
  const graphemes = JOINS.test(run) ? findGraphemes(run) : null;
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

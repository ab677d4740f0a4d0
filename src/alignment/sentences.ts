import { segmentPieces } from './segment-pieces.js';
import { createSpanList, type SpanList } from './span-list.js';

/** Abbreviations that end in a full stop and are followed by a capital: the segmenter takes them for an end. */
const ABBREVIATION = /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Gen|Capt|Lt|Sgt|Jr|Sr|vs|e\.g|i\.e|[A-Z])\.$/;
/** Those that are so only in front of a number: “No.” is an answer as well. */
const NUMBERED = /(?:^|[\s("“‘])(?:Nos?|Vol|Fig)\.$/;
/** “Stop!” she said: a sentence does not begin with a small letter. */
const SMALL_START = /^["“”‘’'«(\s]*\p{Ll}/u;
const ENDS_IN_SPEECH = /[!?…”"’']$/;
/** Without such a mark it was a line break that ended the segment, as in a poem or a wrapped text. */
const ENDS_IN_MARK = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}\p{Ps}\p{Pi}"']*$/u;
const OPENING = /[\p{Ps}\p{Pi}]/u;
/** UTF-16 units of a sentence that tell whether it ends. */
const TAIL = 32;

/** The sentences of a text, paragraph by paragraph, without the white space around them. A sentence ends where a word ends. */
export function findSentences(
  text: string,
  paragraphs: SpanList,
  words: SpanList,
  locale: string | undefined,
): SpanList {
  const sentences = createSpanList();
  for (let p = 0; p < paragraphs.count; p++) {
    const from = paragraphs.start(p);
    const paragraph = text.slice(from, paragraphs.end(p));
    let start = 0;
    let end = 0;
    for (const segment of segmentPieces(paragraph, 'sentence', locale)) {
      const spoken = words.end(words.indexAt(from + end - 1)) - from;
      const isBetween = end > start && spoken <= end;
      const tail = paragraph.slice(Math.max(start, spoken - TAIL), Math.max(start, spoken));
      if (isBetween && !belongs(tail, paragraph.slice(end, end + 16))) {
        addTrimmed(start, end);
        start = end;
      }
      end = segment.end === paragraph.length ? segment.end : beforeOpening(paragraph, segment.end);
    }
    addTrimmed(start, end);

    function addTrimmed(first: number, last: number): void {
      const lastWord = words.indexAt(from + last - 1);
      if (first >= last || words.end(lastWord) <= from + first) return;
      sentences.add(words.start(words.indexAt(from + first - 1) + 1), words.end(lastWord));
    }
  }
  return sentences;
}

/** Whether what follows still belongs to a sentence that ends so. */
function belongs(tail: string, next: string): boolean {
  if (ABBREVIATION.test(tail)) return true;
  if (NUMBERED.test(tail)) return /^\p{N}/u.test(next);
  if (!ENDS_IN_MARK.test(tail)) return true;
  return ENDS_IN_SPEECH.test(tail) && SMALL_START.test(next);
}

/** Where no space parts sentences, the segmenter leaves the bracket or quote that opens the next with the one before. */
function beforeOpening(paragraph: string, end: number): number {
  let at = end;
  while (at > 0 && OPENING.test(paragraph[at - 1] ?? '')) at--;
  return at;
}

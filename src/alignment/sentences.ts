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
      const isBetween = end > start && words.end(words.indexAt(from + end - 1)) <= from + end;
      if (isBetween && !belongs(paragraph.slice(start, end), paragraph.slice(end, end + 16))) {
        addTrimmed(start, end);
        start = end;
      }
      end = segment.end === paragraph.length ? segment.end : beforeOpening(paragraph, segment.end);
    }
    addTrimmed(start, end);

    function addTrimmed(first: number, last: number): void {
      const piece = paragraph.slice(first, last);
      const trimmed = piece.trim();
      if (!trimmed) return;
      const lead = piece.indexOf(trimmed);
      sentences.add(from + first + lead, from + first + lead + trimmed.length);
    }
  }
  return sentences;
}

/** Whether what follows still belongs to the sentence so far. */
function belongs(sentence: string, next: string): boolean {
  const tail = sentence.trimEnd().slice(-32);
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

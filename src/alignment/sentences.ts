import { segmentPieces } from './segment-pieces.js';
import { createSpanList, type SpanList } from './span-list.js';

/** Abbreviations that end in a full stop and are followed by a capital: the segmenter takes them for an end. */
const ABBREVIATION =
  /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Gen|Capt|Lt|Sgt|Jr|Sr|vs|No|Vol|Fig|e\.g|i\.e|[A-Z])\.\s*$/;
/** “Stop!” she said: a sentence does not begin with a small letter. */
const SMALL_START = /^["“”‘’'«(\s]*\p{Ll}/u;
const ENDS_IN_LETTERS = /[.!?…]["”’'»)\]]*\s*$/;

/** The sentences of a text, paragraph by paragraph, without the white space around them. */
export function findSentences(text: string, paragraphs: SpanList, locale: string | undefined): SpanList {
  const sentences = createSpanList();
  for (let p = 0; p < paragraphs.count; p++) {
    const from = paragraphs.start(p);
    const paragraph = text.slice(from, paragraphs.end(p));
    let start = 0;
    let end = 0;
    for (const segment of segmentPieces(paragraph, 'sentence', locale)) {
      if (end > start && !belongs(paragraph.slice(start, end), paragraph.slice(end, end + 16))) {
        addTrimmed(start, end);
        start = end;
      }
      end = segment.end;
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

/** Whether what follows still belongs to the sentence so far. A line break in a poem ends a segment, not a sentence. */
function belongs(sentence: string, next: string): boolean {
  if (ABBREVIATION.test(sentence)) return true;
  return SMALL_START.test(next) && ENDS_IN_LETTERS.test(sentence) && /[!?…”"’']\s*$/.test(sentence);
}

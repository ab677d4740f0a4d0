import { segmenterFor } from '../alignment/segment-pieces.js';
import type { TextSpans } from '../alignment/text-spans.js';
import type { Timeline } from '../alignment/timeline.js';

/** What of a text is heard. Offsets are UTF-16 units of the text that is shown; -1 before the first word. */
export interface HeardPlace {
  readonly word: number;
  readonly wordStart: number;
  readonly wordEnd: number;
  /** Where the graphemes of the word end. */
  readonly graphemeEnds: readonly number[];
  /** Behind the last grapheme of the word that is heard. */
  readonly heardEnd: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly paragraphEnd: number;
  /** Where the next paragraph starts; the length of the text behind the last. */
  readonly paragraphNext: number;
  /** The length of the text. */
  readonly textEnd: number;
}

/** Creates a reader of places that segments a word once, and gives the same object back while the same is heard. */
export function createHeardPlaces(): (offset: number, timeline: Timeline) => HeardPlace {
  let offsetBefore = -1;
  let timelineBefore: Timeline | null = null;
  let before: HeardPlace | null = null;

  return (offset, timeline) => {
    if (before && offset === offsetBefore && timeline === timelineBefore) return before;
    const { text, spans, characterEnd } = timeline;
    const word = spans.words.indexAt(offset);
    const sentence = spans.sentences.indexAt(offset);
    const wordStart = spans.words.start(word);
    const wordEnd = spans.words.end(word);
    const isSame = before?.word === word && before.wordStart === wordStart && before.wordEnd === wordEnd;
    const graphemeEnds =
      before && isSame ? before.graphemeEnds : endsOfGraphemes(text.slice(wordStart, wordEnd), wordStart);
    const last = Math.max(offset, characterEnd(offset) - 1);
    // Half an emoji or a letter without its marks is never lit.
    const heardEnd = Math.min(wordEnd, graphemeEnds.find((end) => end > last) ?? last + 1);
    const sentenceStart = spans.sentences.start(sentence);
    const sentenceEnd = spans.sentences.end(sentence);
    offsetBefore = offset;
    timelineBefore = timeline;
    if (
      before &&
      isSame &&
      before.heardEnd === heardEnd &&
      before.sentenceStart === sentenceStart &&
      before.sentenceEnd === sentenceEnd &&
      before.textEnd === text.length
    )
      return before;
    before = {
      word,
      wordStart,
      wordEnd,
      graphemeEnds,
      heardEnd,
      sentenceStart,
      sentenceEnd,
      ...around(text, spans, offset),
    };
    return before;
  };
}

function around(text: string, { paragraphs }: TextSpans, offset: number) {
  const paragraph = Math.max(0, paragraphs.indexAt(offset));
  const isLast = paragraph + 1 >= paragraphs.count;
  const textEnd = text.length;
  const paragraphEnd = isLast ? textEnd : paragraphs.end(paragraph);
  return { paragraphEnd, paragraphNext: isLast ? textEnd : paragraphs.start(paragraph + 1), textEnd };
}

function endsOfGraphemes(word: string, from: number): readonly number[] {
  return [...segmenterFor('grapheme', undefined).segment(word)].map(
    ({ index, segment }) => from + index + segment.length,
  );
}

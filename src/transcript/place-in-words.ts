import type { TextSpans } from '../alignment/text-spans.js';

/** The word and the sentence that hold an offset. */
export interface PlaceInWords {
  readonly word: string;
  readonly sentence: string;
}

/** The words at an offset, or null before the first word. */
export function placeInWords({ text, words, sentences }: TextSpans, offset: number): PlaceInWords | null {
  const word = words.indexAt(offset);
  const sentence = sentences.indexAt(offset);
  if (word < 0) return null;
  return {
    word: text.slice(words.start(word), words.end(word)).trim(),
    sentence: sentence < 0 ? '' : text.slice(sentences.start(sentence), sentences.end(sentence)).trim(),
  };
}

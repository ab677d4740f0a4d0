import type { TextSpans } from './text-spans.js';

/** A word and its neighbours, as they stand in the text. */
export interface WordsAround {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** The word at a UTF-16 offset with up to `count` words on either side, of the same paragraph. */
export function wordsAround({ text, words, paragraphs }: TextSpans, offset: number, count = 3): WordsAround {
  const index = words.indexAt(offset);
  if (index < 0) return { before: '', word: '', after: '' };
  const [start, end] = [words.start(index), words.end(index)];
  const paragraph = Math.max(0, paragraphs.indexAt(start));
  const from = Math.max(words.start(Math.max(0, index - count)), paragraphs.start(paragraph));
  const to = Math.min(words.end(Math.min(words.count - 1, index + count)), Math.max(end, paragraphs.end(paragraph)));
  return { before: text.slice(from, start), word: text.slice(start, end), after: text.slice(end, to) };
}

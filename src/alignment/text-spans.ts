import { findParagraphs } from './paragraphs.js';
import { findSentences } from './sentences.js';
import type { SpanList } from './span-list.js';
import { findWords } from './words.js';

/** Where the units of a text are. Known at once with the text, built when first asked for, never changed. */
export interface TextSpans {
  readonly text: string;
  readonly words: SpanList;
  readonly sentences: SpanList;
  readonly paragraphs: SpanList;
}

export function createTextSpans(text: string, locale?: string): TextSpans {
  let words: SpanList | undefined;
  let sentences: SpanList | undefined;
  let paragraphs: SpanList | undefined;
  return {
    text,
    get words() {
      words ??= findWords(text, locale);
      return words;
    },
    get sentences() {
      sentences ??= findSentences(text, this.paragraphs, locale);
      return sentences;
    },
    get paragraphs() {
      paragraphs ??= findParagraphs(text);
      return paragraphs;
    },
  };
}

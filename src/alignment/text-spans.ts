import { detectLocale } from './detect-locale.js';
import { findGraphemes } from './graphemes.js';
import { findParagraphs } from './paragraphs.js';
import { findSentences } from './sentences.js';
import { type ShownText, sameText } from './shown-text.js';
import type { SpanList } from './span-list.js';
import { findWords } from './words.js';

/** Where the units of a text that is shown are. Known at once with the text, built when first asked for, never changed. */
export interface TextSpans extends ShownText {
  /** BCP 47, where one was given. */
  readonly locale: string | undefined;
  readonly graphemes: SpanList;
  readonly words: SpanList;
  readonly sentences: SpanList;
  readonly paragraphs: SpanList;
}

/** The units of a text. `locale` is BCP 47; without it the text's script decides. */
export function createTextSpans(shown: ShownText | string, locale?: string): TextSpans {
  const texts = typeof shown === 'string' ? sameText(shown) : shown;
  const { text } = texts;
  let detected = locale;
  let graphemes: SpanList | undefined;
  let words: SpanList | undefined;
  let sentences: SpanList | undefined;
  let paragraphs: SpanList | undefined;
  const language = (): string => {
    detected ??= detectLocale(text);
    return detected;
  };
  return {
    ...texts,
    locale,
    get graphemes() {
      graphemes ??= findGraphemes(text);
      return graphemes;
    },
    get words() {
      words ??= findWords(text, language());
      return words;
    },
    get sentences() {
      sentences ??= findSentences(text, this.paragraphs, this.words, language());
      return sentences;
    },
    get paragraphs() {
      paragraphs ??= findParagraphs(text);
      return paragraphs;
    },
  };
}

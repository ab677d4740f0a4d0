import { createShownText } from '../alignment/shown-text.js';
import { createTextSpans, type TextSpans } from '../alignment/text-spans.js';
import { SpeechError } from '../errors.js';
import { countCodePoints } from '../store/cost.js';
import type { RenditionEnvironment } from '../store/rendition.js';
import { type CutOptions, createCut, type TextCut } from './cut-text.js';
import { growingText } from './growing-text.js';

/** The text of a document as far as it came, and where it is cut. */
export interface DocumentText {
  /** As it was sent, tags included: offsets are its UTF-16 units. */
  readonly text: string;
  /** Unicode code points. */
  readonly characters: number;
  /** No more will come. */
  readonly final: boolean;
  /** Why it broke off, or null. */
  readonly error: SpeechError | null;
  readonly cut: TextCut;
  /** Where its words, sentences and paragraphs are; the same object until it grows. */
  spans(): TextSpans;
  /** Begins to read a text that is still coming. */
  start(): void;
}

export interface DocumentTextOptions {
  readonly show: RenditionEnvironment['show'];
  /** Seconds without more text after which what came counts. */
  readonly quiet: number | undefined;
  readonly cut: Omit<CutOptions, 'locale' | 'final'>;
  /** More came, or it is over. */
  onGrow(): void;
}

export function createDocumentText(
  given: string | AsyncIterable<string>,
  { show, quiet, cut: cutOptions, onGrow }: DocumentTextOptions,
): DocumentText {
  const { locale } = show;
  const source = growingText(given, { quiet, locale });
  const cut = createCut(source.text, { ...cutOptions, locale, final: source.final });
  let { text } = source;
  let characters = countCodePoints(text);
  let spans: TextSpans | null = null;

  source.subscribe(() => {
    cut.append(source.text.slice(text.length), source.final);
    text = source.text;
    characters = countCodePoints(text);
    spans = null;
    onGrow();
  });

  return {
    get text() {
      return text;
    },
    get characters() {
      return characters;
    },
    get final() {
      return source.final;
    },
    get error() {
      const { error } = source;
      if (error === null || error instanceof SpeechError) return error;
      return new SpeechError('The text that was to be spoken broke off. What came of it can be heard.', {
        cause: error,
      });
    },
    cut,
    spans() {
      spans ??= createTextSpans(createShownText(text, show), locale);
      return spans;
    },
    start: source.start,
  };
}

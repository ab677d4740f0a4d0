import { createShownText } from '../alignment/shown-text.js';
import { createTextSpans, type TextSpans } from '../alignment/text-spans.js';
import { SpeechError } from '../errors.js';
import { countCodePoints } from '../store/cost.js';
import type { RenditionEnvironment } from '../store/rendition.js';
import type { SharedSplits } from '../store/shared-splits.js';
import type { CutOptions, TextCut } from './cut-text.js';
import { createGrowingCut } from './growing-cut.js';
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
  /** The borders that all who read a source share; null of a text that is all there. */
  readonly splits: SharedSplits | null;
  /** The part that begins at an offset is being bought: its borders stay. */
  hold(start: number): void;
  /** The text as it was when that part was asked for first: what comes later does not make another part of it. */
  textFor(start: number): string;
  /** Where its words, sentences and paragraphs are; the same object until it grows. */
  spans(): TextSpans;
  /** Begins to read a text that is still coming. */
  start(): void;
  /** Reads no more; the source is let go of when nobody does. */
  leave(): void;
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
  const { cut, catchUp, hold, textFor } = createGrowingCut(source, { ...cutOptions, locale });
  let leave: (() => void) | null = null;
  let { text } = source;
  let characters = countCodePoints(text);
  let spans: TextSpans | null = null;

  source.subscribe(() => {
    if (!catchUp() && source.error === null) return;
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
    splits: source.splits,
    hold,
    textFor,
    spans() {
      spans ??= createTextSpans(createShownText(text, show), locale);
      return spans;
    },
    start() {
      leave ??= source.start();
    },
    leave() {
      leave?.();
      leave = null;
    },
  };
}

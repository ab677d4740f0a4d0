import type { TextSpans } from '../alignment/text-spans.js';
import { rangeOf } from './range-of.js';
import type { TextMap } from './text-map.js';

/** A text as it stands in the DOM. */
export interface ShownPage {
  /** The element that holds its paragraphs. */
  readonly root: HTMLElement;
  /** The element in it round content of the app's own, where there is such. */
  readonly content?: Element | undefined;
  readonly map: TextMap;
  /** Those of now: a text may grow while it is shown. */
  readonly spans: TextSpans;
  /** Puts the paragraph of an offset into the DOM, where not all of them are. */
  readonly ensureShown?: ((offset: number) => void) | undefined;
}

/** The client rectangles of a stretch of text, one a line; none where it is not in the DOM. */
export function rectsOfText(page: ShownPage, start: number, end: number): DOMRect[] {
  const rects = rangeOf(page.map, start, end)?.getClientRects() ?? [];
  return [...rects].filter(({ width }) => width > 0);
}

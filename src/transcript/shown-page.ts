import type { TextSpans } from '../alignment/text-spans.js';
import type { TextMap } from './text-map.js';

/** A text as it stands in the DOM. */
export interface ShownPage {
  /** The element that holds its paragraphs. */
  readonly root: HTMLElement;
  readonly map: TextMap;
  readonly spans: TextSpans;
  /** Puts the paragraph of an offset into the DOM, where not all of them are. */
  ensureShown?(offset: number): void;
}

/** The client rectangles of a stretch of text, one a line; none where it is not in the DOM. */
export function rectsOfText(page: ShownPage, start: number, end: number): DOMRect[] {
  const from = page.map.pointAt(start);
  const to = from && page.map.pointAt(end - 1);
  if (!from || !to) return [];
  const range = page.root.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, Math.min(to.offset + 1, to.node.length));
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

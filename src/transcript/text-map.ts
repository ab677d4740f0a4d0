import type { TextSpans } from '../alignment/text-spans.js';
import { type ParagraphElements, paragraphText } from './paragraph-elements.js';
import { isElement, isText, offsetWithin, pointWithin } from './paragraph-point.js';

/** A place between two characters of the DOM. */
export interface DomPoint {
  readonly node: Text;
  readonly offset: number;
}

/** The way between offsets of a text and the text nodes that show it: arithmetic, never a search in what is shown. */
export interface TextMap {
  /** The DOM point of an offset, or null where its paragraph is not in the DOM; one between paragraphs goes to the end of the one before. */
  pointAt(offset: number): DomPoint | null;
  /** The part of a stretch, from its first to its last paragraph that is in the DOM, or null where none is. */
  clip(start: number, end: number): { readonly start: number; readonly end: number } | null;
  /** The offset of a DOM point, or null where it is not in the text. */
  offsetOf(node: Node, offset: number): number | null;
}

/** Maps a text to the elements that show its paragraphs: each holds one text node, or an element a word. */
export function createTextMap(elements: ParagraphElements, spans: Pick<TextSpans, 'text' | 'paragraphs'>): TextMap {
  const { paragraphs } = spans;
  restoreText(elements, spans);

  /** The paragraph that holds a node. */
  function paragraphOf(node: Node): { element: Element; index: number } | null {
    for (let at: Node | null = node; at; at = at.parentNode) {
      const index = isElement(at) ? elements.indexOf(at) : undefined;
      if (index !== undefined && isElement(at)) return { element: at, index };
    }
    return null;
  }

  return {
    pointAt(offset) {
      const index = Math.max(0, paragraphs.indexAt(offset));
      const element = elements.elementOf(index);
      if (!element) return null;
      const [start, end] = [paragraphs.start(index), paragraphs.end(index)];
      return pointWithin(element, start, Math.min(Math.max(start, offset), end));
    },
    clip(start, end) {
      const from = elements.next(Math.max(0, paragraphs.indexAt(start)), 1);
      const to = elements.next(paragraphs.indexAt(end - 1), -1);
      if (!elements.elementOf(from) || !elements.elementOf(to) || from > to) return null;
      return { start: Math.max(start, paragraphs.start(from)), end: Math.min(end, paragraphs.end(to)) };
    },
    offsetOf(node, offset) {
      const found = paragraphOf(node);
      if (!found) return null;
      const [start, end] = [paragraphs.start(found.index), paragraphs.end(found.index)];
      return Math.min(end, offsetWithin(found.element, start, node, offset) ?? end);
    },
  };
}

/** HTML that came from a server has lost its carriage returns, and every offset behind them would be off. */
function restoreText(elements: ParagraphElements, spans: Pick<TextSpans, 'text' | 'paragraphs'>): void {
  const ends = elements.ends();
  for (let index = ends?.first ?? 0; index <= (ends?.last ?? -1); index++) {
    const node = elements.elementOf(index)?.firstChild ?? null;
    if (!isText(node) || node.nextSibling) continue;
    const shown = paragraphText(spans, index);
    if (node.data !== shown) node.data = shown;
  }
}

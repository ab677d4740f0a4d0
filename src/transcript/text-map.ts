import type { SpanList } from '../alignment/span-list.js';

/** A place between two characters of the DOM. */
export interface DomPoint {
  readonly node: Text;
  readonly offset: number;
}

/** The way between offsets of a text and the text nodes that show it: arithmetic, never a search in what is shown. */
export interface TextMap {
  /** The DOM point of an offset; one between paragraphs goes to the end of the one before. */
  pointAt(offset: number): DomPoint | null;
  /** The offset of a DOM point, or null where it is not in the text. */
  offsetOf(node: Node, offset: number): number | null;
}

/** By its number: a text in another window is no `instanceof Text` of this one. */
export const isText = (node: Node | null): node is Text => node?.nodeType === 3;

/** Maps the paragraphs of a text to the elements that show them, in order, each with one text node. */
export function createTextMap(elements: readonly Element[], text: string, paragraphs: SpanList): TextMap {
  const nodes = elements.map((element) => element.firstChild).filter(isText);
  for (const [index, node] of nodes.entries()) {
    const shown = text.slice(paragraphs.start(index), paragraphs.end(index));
    // HTML that came from a server has lost its carriage returns, and every offset behind them would be off.
    if (node.data !== shown) node.data = shown;
  }
  const indexes = new Map<Node, number>();
  for (const [index, node] of nodes.entries()) {
    indexes.set(node, index);
    if (node.parentNode) indexes.set(node.parentNode, index);
  }
  return {
    pointAt(offset) {
      const index = Math.max(0, paragraphs.indexAt(offset));
      const node = nodes[index];
      if (!node) return null;
      return { node, offset: Math.min(Math.max(0, offset - paragraphs.start(index)), node.length) };
    },
    offsetOf(node, offset) {
      const index = indexes.get(node);
      if (index === undefined) return null;
      const within = isText(node) ? offset : offset > 0 ? paragraphs.end(index) - paragraphs.start(index) : 0;
      return paragraphs.start(index) + within;
    },
  };
}

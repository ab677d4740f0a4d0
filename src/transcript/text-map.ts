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

/** Maps paragraphs to the elements that show them, in order, each with one text node. */
export function createTextMap(elements: readonly Element[], paragraphs: SpanList): TextMap {
  const nodes = elements.map((element) => element.firstChild).filter((node) => node instanceof Text);
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
      const within = node instanceof Text ? offset : offset > 0 ? paragraphs.end(index) - paragraphs.start(index) : 0;
      return paragraphs.start(index) + within;
    },
  };
}

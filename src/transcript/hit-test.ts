import { isText, type TextMap } from './text-map.js';

/** The document's own hit-test under either of its names. */
interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/**
 * The UTF-16 offset of the character at a place of the viewport, or null where none is near.
 * Browsers name the gap nearest to the pointer: on the right half of a character that is the next one's.
 */
export function offsetFromPoint(document: Document, map: TextMap, x: number, y: number): number | null {
  const caret = caretAt(document, x, y);
  if (!caret || !isText(caret.node)) return null;
  const { node } = caret;
  const before = rectsOf(node, caret.offset - 1).some((rect) => holds(rect, x, y));
  const local = before ? caret.offset - 1 : caret.offset;
  const near = [...rectsOf(node, local), ...rectsOf(node, local - 1)].some((rect) => isNear(rect, x, y));
  return near ? map.offsetOf(node, Math.min(local, Math.max(0, node.length - 1))) : null;
}

function caretAt(document: Document & CaretDocument, x: number, y: number): { node: Node; offset: number } | null {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function rectsOf(node: Text, offset: number): DOMRect[] {
  if (offset < 0 || offset >= node.length) return [];
  const range = node.ownerDocument.createRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  return [...range.getClientRects()];
}

const holds = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;

/** Within a line's height of a character: a click below the text or far beside a line means nothing. */
const isNear = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left - rect.height &&
  x <= rect.right + rect.height &&
  y >= rect.top - rect.height / 2 &&
  y <= rect.bottom + rect.height / 2;

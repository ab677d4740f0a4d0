import { segmenterFor } from '../alignment/segment-pieces.js';
import { isText } from './paragraph-point.js';
import type { TextMap } from './text-map.js';

/** The document's own hit-test under either of its names. */
interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** A stretch of a text node that a reader takes for one character. */
interface Grapheme {
  readonly start: number;
  readonly end: number;
}

/**
 * The UTF-16 offset at which the grapheme starts that is shown at a place of the viewport, or null where none is near.
 * `x` and `y` are client coordinates in CSS pixels.
 */
export function offsetFromPoint(document: Document, map: TextMap, x: number, y: number): number | null {
  const caret = caretAt(document, x, y);
  if (!caret || !isText(caret.node)) return null;
  const { node } = caret;
  let nearest: Grapheme | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const grapheme of graphemesAround(node.data, caret.offset)) {
    for (const rect of rectsOf(node, grapheme)) {
      const distance = distanceTo(rect, x, y);
      if (distance >= least || !isNear(rect, x, y)) continue;
      least = distance;
      nearest = grapheme;
    }
  }
  return nearest && map.offsetOf(node, nearest.start);
}

function caretAt(document: Document & CaretDocument, x: number, y: number): { node: Node; offset: number } | null {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Units before the place that tell where graphemes begin: longer than any but a made-up one. */
const REACH = 64;

/**
 * Browsers name a gap that is near the pointer: its grapheme may be the one before or behind, two away where a mark or
 * a space that a wrapped line swallowed lies between.
 */
function graphemesAround(data: string, offset: number): readonly Grapheme[] {
  const space = data.lastIndexOf(' ', Math.max(0, offset - REACH));
  const from = offset - space < 2 * REACH ? space + 1 : Math.max(0, offset - REACH);
  const graphemes: Grapheme[] = [];
  let behind = 0;
  for (const { index, segment } of segmenterFor('grapheme', undefined).segment(data.slice(from, offset + REACH))) {
    graphemes.push({ start: from + index, end: from + index + segment.length });
    if (from + index >= offset && ++behind === 3) break;
  }
  return graphemes.slice(-6);
}

function rectsOf(node: Text, { start, end }: Grapheme): DOMRect[] {
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/** Pixels from a point to the nearest edge of a box, a little more at its right and lower edges, which are the next one's. */
function distanceTo(rect: DOMRect, x: number, y: number): number {
  const beside = x < rect.left ? rect.left - x : x >= rect.right ? x - rect.right + EDGE : 0;
  const above = y < rect.top ? rect.top - y : y >= rect.bottom ? y - rect.bottom + EDGE : 0;
  return Math.hypot(beside, above);
}

const EDGE = 1e-3;

/** Within a line's height of a character: a click below the text or far beside a line means nothing. */
const isNear = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left - rect.height &&
  x <= rect.right + rect.height &&
  y >= rect.top - rect.height / 2 &&
  y <= rect.bottom + rect.height / 2;

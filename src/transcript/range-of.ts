import type { TextMap } from './text-map.js';

/**
 * The DOM range of a stretch of text (UTF-16 offsets), or null where its ends are not in the DOM. `into` is moved instead of
 * making one, and written only where it changes.
 */
export function rangeOf(map: TextMap, start: number, end: number, into?: Range): Range | null {
  const from = map.pointAt(start);
  // The end of a stretch belongs to its last character: a paragraph's end is not the next one's beginning.
  const to = from && map.pointAt(end - 1);
  if (!from || !to) return null;
  const range = into ?? from.node.ownerDocument.createRange();
  const until = Math.min(to.offset + 1, to.node.length);
  if (range.startContainer !== from.node || range.startOffset !== from.offset) range.setStart(from.node, from.offset);
  if (range.endContainer !== to.node || range.endOffset !== until) range.setEnd(to.node, until);
  return range;
}

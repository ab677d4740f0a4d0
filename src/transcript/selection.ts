import type { TextRange } from '../alignment/text-range.js';
import { isText } from './paragraph-point.js';
import type { ShownPage } from './shown-page.js';

/** What the reader has selected of a page, or null where that is nothing. */
export function selectedRange({ root, map }: Pick<ShownPage, 'root' | 'map'>): TextRange | null {
  const selection = root.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  let start: number | null = null;
  let end: number | null = null;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node) || !range.intersectsNode(node)) continue;
    start ??= map.offsetOf(node, node === range.startContainer ? range.startOffset : 0);
    end = map.offsetOf(node, node === range.endContainer ? range.endOffset : node.length) ?? end;
  }
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Selects a stretch of a page, with the moving end at `focus`. */
export function selectRange({ root, map }: Pick<ShownPage, 'root' | 'map'>, anchor: number, focus: number): void {
  // The end of a stretch belongs to its last character: it is not the next paragraph's beginning.
  const pointOf = (offset: number, isEnd: boolean) => {
    const point = map.pointAt(isEnd ? offset - 1 : offset);
    return point && { node: point.node, offset: Math.min(point.offset + (isEnd ? 1 : 0), point.node.length) };
  };
  const from = pointOf(anchor, anchor > focus);
  const to = pointOf(focus, focus > anchor);
  if (from && to) root.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** Calls back with what the reader has selected of a page, when it is another stretch and no pointer draws it still. Returns how to stop. */
export function watchSelection(
  page: Pick<ShownPage, 'root' | 'map'>,
  onSelected: (range: TextRange | null) => void,
): () => void {
  const { ownerDocument } = page.root;
  const ears = new AbortController();
  const { signal } = ears;
  let isDrawing = false;
  let frame = 0;
  let last: TextRange | null = null;

  function look(): void {
    frame = 0;
    if (isDrawing) return;
    const range = selectedRange(page);
    if (range?.start === last?.start && range?.end === last?.end) return;
    last = range;
    onSelected(range);
  }
  const lookSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const draw = (now: boolean) => (): void => {
    isDrawing = now;
    if (!now) lookSoon();
  };

  ownerDocument.addEventListener('selectionchange', lookSoon, { signal });
  page.root.addEventListener('pointerdown', draw(true), { signal });
  ownerDocument.addEventListener('pointerup', draw(false), { signal });
  ownerDocument.addEventListener('pointercancel', draw(false), { signal });
  return () => {
    ears.abort();
    cancelAnimationFrame(frame);
  };
}

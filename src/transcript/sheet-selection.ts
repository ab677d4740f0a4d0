import type { TextSpans } from '../alignment/text-spans.js';
import type { ParagraphElements } from './paragraph-elements.js';
import { isElement } from './paragraph-point.js';
import { selectedRange } from './selection.js';
import type { TextMap } from './text-map.js';

/** What the reader has selected of a text of which not all is in the DOM. */
export interface SheetSelection {
  /** The paragraphs, by index, without which the selection would collapse. */
  held(): readonly number[];
  remove(): void;
}

/** Watches the selection in `root`, calls back when other paragraphs are to be held, and copies what is selected whole. */
export function watchSheetSelection(
  root: HTMLElement,
  elements: ParagraphElements,
  text: () => { readonly spans: Pick<TextSpans, 'text'>; readonly map: TextMap },
  onHeld: () => void,
): SheetSelection {
  const { ownerDocument } = root;
  const ears = new AbortController();
  const { signal } = ears;
  let held: readonly number[] = [];

  function paragraphOf(node: Node | null): number | undefined {
    for (let at = node; at && root.contains(at); at = at.parentNode) {
      const index = isElement(at) ? elements.indexOf(at) : undefined;
      if (index !== undefined) return index;
    }
    return undefined;
  }

  function look(): void {
    const selection = ownerDocument.getSelection();
    const ends = selection && !selection.isCollapsed ? [selection.anchorNode, selection.focusNode] : [];
    const next = ends.flatMap((node) => paragraphOf(node) ?? []);
    if (next.join() === held.join()) return;
    held = next;
    onHeld();
  }

  function copy(event: ClipboardEvent): void {
    const selection = ownerDocument.getSelection();
    if (!selection || selection.rangeCount === 0 || !event.clipboardData || event.defaultPrevented) return;
    const range = selection.getRangeAt(0).cloneRange();
    const mine = selectedRange({ root, map: text().map });
    if (!mine) return;
    const { startContainer, endContainer } = range;
    const [startsHere, endsHere] = [paragraphOf(startContainer), paragraphOf(endContainer)].map(
      (index) => index !== undefined,
    );
    // An end that lies outside means all there is on that side, in the DOM or not.
    const { text: whole } = text().spans;
    const copied = whole.slice(startsHere ? mine.start : 0, endsHere ? mine.end : whole.length);
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const before = startsHere ? '' : textOf(selection, startContainer, range.startOffset, root, 0);
    const behind = endsHere ? '' : textOf(selection, root, root.childNodes.length, endContainer, range.endOffset);
    if (anchorNode && focusNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    event.clipboardData.setData('text/plain', [before, copied, behind].filter(Boolean).join('\n\n'));
    event.preventDefault();
  }

  ownerDocument.addEventListener('selectionchange', look, { signal });
  ownerDocument.addEventListener('copy', copy, { signal });
  return { held: () => held, remove: () => ears.abort() };
}

/** What a stretch of a document is as text: only a selection knows of its lines. */
function textOf(selection: Selection, start: Node, from: number, end: Node, to: number): string {
  selection.setBaseAndExtent(start, from, end, to);
  return selection.toString().trim();
}

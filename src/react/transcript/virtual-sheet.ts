import type { TextSpans } from '../../alignment/text-spans.js';
import { createListeners } from '../../audio/listeners.js';
import { firstChangedParagraph } from '../../transcript/first-changed-paragraph.js';
import type { ParagraphElements } from '../../transcript/paragraph-elements.js';
import { createParagraphSheet, type ShownParagraph } from '../../transcript/paragraph-sheet.js';
import { watchSheetSelection } from '../../transcript/sheet-selection.js';
import { createTextMap } from '../../transcript/text-map.js';
import { watchPrint } from '../../transcript/watch-print.js';
import { createSheetDrawing } from './sheet-drawing.js';
import { createSheetLayout, type KnownHeights } from './sheet-layout.js';

type SheetText = Pick<TextSpans, 'text' | 'paragraphs'>;

/** A long text of which only the paragraphs near the view are in the DOM. */
export interface VirtualSheet {
  readonly elements: ParagraphElements;
  /** Brings the paragraph of an offset into the DOM, with what is seen beside it once it is scrolled to. */
  ensureShown(offset: number): void;
  /** More of the text has come, or it is another one. */
  setText(spans: SheetText): void;
  /** What is in the DOM; the same array while that is the same. */
  shown(): readonly ShownParagraph[];
  /** Calls back when other paragraphs are in the DOM, or stand elsewhere. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  remove(): void;
}

export interface CreateVirtualSheetOptions {
  /** The transcript's element, and one of its own in it for the paragraphs. */
  root: HTMLElement;
  host: HTMLElement;
  spans: SheetText;
  /** What was laid out before. */
  known?: KnownHeights | undefined;
}

/** Creates the sheet of a long text. */
export function createVirtualSheet({ root, host, ...first }: CreateVirtualSheetOptions): VirtualSheet {
  const { known = NOTHING } = first;
  let { spans } = first;
  let pinned = -1;
  let isPrinting = false;
  const sheet = createParagraphSheet(host, spans);
  const listeners = createListeners();
  const layout = createSheetLayout(root, host, sheet, () => spans, known);
  let map = createTextMap(sheet, spans);
  const selection = watchSheetSelection(
    root,
    sheet,
    () => ({ spans, map }),
    () => drawing.draw(),
  );
  const drawing = createSheetDrawing({
    root,
    host,
    sheet,
    layout,
    spans: () => spans,
    isPrinting: () => isPrinting,
    pinned: () => pinned,
    held: selection.held,
    onChange: listeners.call,
  });
  if (layout.known.length === 0 && host.clientWidth > 0) drawing.layOutAnew();
  let bringBack = (): void => {};
  const leave = [
    watchColumn(host, {
      onResized() {
        drawing.renewScroller();
        if (layout.isStale()) drawing.layOutAnew();
      },
      onHidden: drawing.draw,
      onShown: drawing.reappear,
    }),
    watchPrint(host.ownerDocument.defaultView, (isNow) => {
      if (isNow && !isPrinting) bringBack = drawing.holdPlace();
      isPrinting = isNow;
      drawing.draw();
      if (!isNow) bringBack();
    }),
    selection.remove,
    drawing.remove,
    () => sheet.keep([]),
  ];

  return {
    elements: sheet,
    ensureShown(offset) {
      const index = Math.max(0, spans.paragraphs.indexAt(offset));
      if (index === pinned && sheet.elementOf(index)) return;
      pinned = index;
      drawing.draw();
    },
    setText(next) {
      if (next === spans) return;
      const from = firstChangedParagraph(spans, next);
      spans = next;
      sheet.setText(next);
      map = createTextMap(sheet, next);
      drawing.forget(from);
    },
    shown: sheet.shown,
    subscribe: listeners.add,
    remove() {
      for (const stop of leave) stop();
    },
  };
}

const NOTHING: KnownHeights = { each: [], all: 0, width: 0 };

interface ColumnEvents {
  /** The column may be another one. */
  onResized(): void;
  onHidden(): void;
  onShown(): void;
}

/** Calls back when the column is resized, hidden or shown. Returns how to stop. */
function watchColumn(host: HTMLElement, { onResized, onHidden, onShown }: ColumnEvents): () => void {
  // As wide and as high as a line: the host's own height is changed in answer to such news.
  const ruler = host.appendChild(host.ownerDocument.createElement('span'));
  Object.assign(ruler.style, { position: 'absolute', insetInline: '0', blockSize: '1lh', visibility: 'hidden' });
  let isHidden = host.clientWidth === 0;
  let frame = 0;
  const watched = new ResizeObserver(() => {
    const wasHidden = isHidden;
    isHidden = host.clientWidth === 0;
    if (isHidden) onHidden();
    else if (!wasHidden) onResized();
    // A frame later: there may be a scrollbar now, and so another width while the browser tells of widths.
    else frame = requestAnimationFrame(onShown);
  });
  watched.observe(ruler);
  return () => {
    watched.disconnect();
    cancelAnimationFrame(frame);
    ruler.remove();
  };
}

import type { Range, VirtualItem } from '@tanstack/react-virtual';
import type { TextSpans } from '../../alignment/text-spans.js';
import { INDEX_ATTRIBUTE, type ParagraphSheet } from '../../transcript/paragraph-sheet.js';
import { type Scroller, scrollerOf } from '../../transcript/scroller.js';
import type { SheetLayout } from './sheet-layout.js';
import { createVirtualScroll, type VirtualScroll, type VirtualScrollOptions } from './virtual-scroll.js';
import { wantedParagraphs } from './wanted-paragraphs.js';

/** Keeps in the DOM what is near the view, and what is in the view where it is. */
export interface SheetDrawing {
  draw(): void;
  /** Lays all out anew, with the same words at the top of the view. */
  layOutAnew(): void;
  /** Goes on in the scroller that the text has now. */
  renewScroller(): void;
  /** Goes on where it was hidden, in another scroller or column maybe. */
  reappear(): void;
  /** Remembers what is at the top of the view. Returns how to bring it back there. */
  holdPlace(): () => void;
  /** From this paragraph on the text is another one, or there was none. */
  forget(from: number): void;
  remove(): void;
}

export interface CreateSheetDrawingOptions {
  root: HTMLElement;
  host: HTMLElement;
  sheet: ParagraphSheet;
  layout: SheetLayout;
  spans(): Pick<TextSpans, 'paragraphs'>;
  /** All of it is wanted. */
  isPrinting(): boolean;
  /** The paragraph that is wanted with what is beside it, or -1. */
  pinned(): number;
  /** Paragraphs that are wanted by themselves. */
  held(): readonly number[];
  /** Other paragraphs are in the DOM, or stand elsewhere. */
  onChange(): void;
}

/** Times that a drawing may find other heights than it thought. */
const ROUNDS = 8;

/** Views of text beside the pinned paragraph: a smooth way to it ends before there is anything new to lay out. */
const PINNED_VIEWS = 2;

/** Creates the drawing of a sheet, and draws it. */
export function createSheetDrawing(given: CreateSheetDrawingOptions): SheetDrawing {
  const { root, host, sheet, layout, spans } = given;
  let isDrawing = false;
  let isStale = false;
  /** What is new while the browser tells of sizes: told of at once, it would be an endless loop to the browser. */
  let observesLater: HTMLElement[] | null = null;
  const fresh = new Map<Element, number>();
  let isHidden = false;
  /** Where the scroller stood when it was last seen. */
  let topSeen: number | null = null;
  let scroller: Scroller = scrollerOf(root);
  let scroll: VirtualScroll = start();
  let stop = scroll.list._didMount();

  function start(): VirtualScroll {
    const made = createVirtualScroll(scroller, options());
    for (const [index, height] of layout.known.entries()) made.list.itemSizeCache.set(index, height);
    made.list.shouldAdjustScrollPositionOnItemSizeChange = isAbove;
    return made;
  }

  /** Whether what is seen would move with another height of a paragraph. It is measured before it is seen, so upwards too. */
  function isAbove({ index, start, end }: VirtualItem): boolean {
    const { list } = scroll;
    const top = list.scrollOffset ?? 0;
    return list.itemSizeCache.has(index) ? end <= top : start < top;
  }

  function options(): VirtualScrollOptions {
    return {
      count: spans().paragraphs.count,
      gap: layout.column().gap,
      scrollMargin: margin(),
      indexAttribute: INDEX_ATTRIBUTE,
      estimateSize: layout.estimate,
      measureElement: measure,
      // A new function each time, or what it gave before is taken.
      rangeExtractor: (range: Range) => wanted(range),
      onChange: draw,
      initialOffset: () => scroller.top,
    };
  }

  function measure(element: HTMLElement, entry: ResizeObserverEntry | undefined): number {
    // Another column lays all out anew, at once and from the place that is being read.
    const before = scroll.list.itemSizeCache.get(scroll.list.indexFromElement(element));
    if (entry && before !== undefined && host.clientWidth !== layout.column().width) return before;
    const now = entry?.borderBoxSize[0]?.blockSize ?? fresh.get(element) ?? layout.heightOf(element);
    // A correction ends a smooth scroll: not for what nobody sees.
    return before !== undefined && Math.abs(now - before) < 0.1 ? before : now;
  }

  function margin(): number {
    const box = scroller.target === scroller.element ? scroller.element : null;
    const top = box ? box.getBoundingClientRect().top + box.clientTop : 0;
    return Math.round(host.getBoundingClientRect().top - top + scroller.top);
  }

  /** What is seen, a view before and after it, and what must not go. */
  function wanted({ startIndex, count }: Range): number[] {
    if (given.isPrinting()) return Array.from({ length: count }, (_, index) => index);
    const { measurementsCache, scrollOffset } = scroll.list;
    const placeOf = (index: number) => measurementsCache[index];
    const view = scroller.element.clientHeight;
    const top = scrollOffset ?? scroller.top;
    const stretches = [{ first: startIndex, from: top - view, to: top + 2 * view }];
    const pin = placeOf(given.pinned());
    if (pin)
      stretches.push({ first: pin.index, from: pin.start - PINNED_VIEWS * view, to: pin.end + PINNED_VIEWS * view });
    return wantedParagraphs({ count, placeOf }, stretches, given.held());
  }

  function draw(): void {
    isStale = true;
    if (isDrawing) return;
    const wasHidden = isHidden;
    // Then nothing has a size or a place.
    isHidden = host.clientWidth === 0;
    if (isHidden) return;
    if (wasHidden) goBack();
    isDrawing = true;
    let isChanged = false;
    for (let round = 0; isStale && round < ROUNDS; round++) {
      isStale = false;
      isChanged = drawOnce() || isChanged;
    }
    isDrawing = false;
    topSeen = scroll.list.scrollOffset;
    if (isChanged) given.onChange();
  }

  /** To where it was seen last: hidden, a scroller has lost its place. The page's own place is the page's. */
  function goBack(): void {
    if (topSeen === null || scroller.target !== scroller.element) return;
    scroller.element.scrollTop = topSeen;
    scroll.list.scrollOffset = scroller.top;
  }

  function drawOnce(): boolean {
    const before = sheet.shown();
    const next = options();
    scroll.setOptions(next);
    const items = scroll.list.getVirtualItems();
    host.style.blockSize = `${scroll.list.getTotalSize()}px`;
    const made = sheet.keep(items.map(({ index }) => index));
    let isChanged = sheet.shown() !== before;
    // What left is watched no more: it has no size now, and that would be news.
    if (isChanged) scroll.list.measureElement(null);
    for (const { index, start } of items) isChanged = sheet.place(index, start - next.scrollMargin) || isChanged;
    measureAll(made);
    scroll.list._willUpdate();
    return isChanged;
  }

  function measureAll(made: readonly HTMLElement[]): void {
    for (const element of made) fresh.set(element, layout.heightOf(element));
    for (const element of made) {
      if (observesLater) observesLater.push(element);
      else scroll.list.measureElement(element);
      scroll.list.resizeItem(Number(element.getAttribute(INDEX_ATTRIBUTE)), fresh.get(element) ?? 0);
    }
    fresh.clear();
  }

  /** Forgets all heights but these. */
  function measureAnew(kept: readonly { readonly index: number; readonly height: number }[]): void {
    isDrawing = true;
    scroll.list.measure();
    // Not by its resizeItem, which takes no height that was known before.
    for (const { index, height } of kept) scroll.list.itemSizeCache.set(index, height);
    isDrawing = false;
  }

  function layOutAnew(): void {
    const made: HTMLElement[] = [];
    observesLater = made;
    const { list } = scroll;
    const { top } = scroller;
    const anchor = list.getVirtualItemForOffset(top);
    const share = anchor && top >= anchor.start ? (top - anchor.start) / Math.max(1, anchor.size) : null;
    const measured = layout.learn();
    list.shouldAdjustScrollPositionOnItemSizeChange = () => false;
    measureAnew(measured);
    draw();
    const now = anchor && list.measurementsCache[anchor.index];
    if (now && share !== null) scroller.element.scrollTop = now.start + Math.min(1, share) * now.size;
    list.shouldAdjustScrollPositionOnItemSizeChange = isAbove;
    observesLater = null;
    requestAnimationFrame(() => {
      for (const element of made) if (element.isConnected) scroll.list.measureElement(element);
    });
  }

  function begin(): void {
    scroll.list._willUpdate();
    draw();
  }

  function renewScroller(): void {
    const now = scrollerOf(root);
    if (now.element === scroller.element) return;
    stop();
    scroller = now;
    scroll = start();
    stop = scroll.list._didMount();
    begin();
  }

  begin();
  return {
    draw,
    layOutAnew,
    renewScroller,
    reappear() {
      draw();
      renewScroller();
      if (layout.isStale()) layOutAnew();
    },
    holdPlace() {
      const { top } = scroller;
      const anchor = scroll.list.getVirtualItemForOffset(top);
      return () => {
        const now = anchor && scroll.list.measurementsCache[anchor.index];
        if (now) scroller.element.scrollTop = top + now.start - anchor.start;
      };
    },
    forget(from) {
      layout.forget(from);
      const kept = [...scroll.list.itemSizeCache].map(([index, height]) => ({ index: Number(index), height }));
      measureAnew(kept.filter(({ index }) => index < from));
      draw();
    },
    remove: () => stop(),
  };
}

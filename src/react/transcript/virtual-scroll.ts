import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  windowScroll,
} from '@tanstack/react-virtual';
import type { Scroller } from '../../transcript/scroller.js';

/** What a virtual list of paragraphs asks for, whatever scrolls it. Lengths are CSS pixels. */
export interface VirtualScrollOptions {
  count: number;
  gap: number;
  /** From the top of what scrolls to the first paragraph. */
  scrollMargin: number;
  indexAttribute: string;
  estimateSize(index: number): number;
  measureElement(element: HTMLElement, entry: ResizeObserverEntry | undefined): number;
  rangeExtractor(range: Range): number[];
  onChange(): void;
  initialOffset(): number;
}

/** TanStack's virtual list over a scroller: an element, or the window. */
export interface VirtualScroll {
  readonly list: Virtualizer<Window, HTMLElement> | Virtualizer<HTMLElement, HTMLElement>;
  setOptions(options: VirtualScrollOptions): void;
}

/** Creates the virtual list of a scroller. */
export function createVirtualScroll({ element, target }: Scroller, first: VirtualScrollOptions): VirtualScroll {
  if (target === element) {
    const own = {
      getScrollElement: () => element,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
    };
    const list = new Virtualizer<HTMLElement, HTMLElement>({ ...first, ...own });
    return { list, setOptions: (options) => list.setOptions({ ...options, ...own }) };
  }
  const window = element.ownerDocument.defaultView;
  const own = {
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
  };
  const list = new Virtualizer<Window, HTMLElement>({ ...first, ...own });
  return { list, setOptions: (options) => list.setOptions({ ...options, ...own }) };
}

/** Where a scroller's events arrive: an element, or the window. */
export interface ScrollTarget {
  addEventListener<Name extends keyof GlobalEventHandlersEventMap>(
    name: Name,
    listener: (event: GlobalEventHandlersEventMap[Name]) => void,
    options: AddEventListenerOptions,
  ): void;
}

/** What scrolls a text: its nearest ancestor with a scrollbar of its own, or the page. Lengths are CSS pixels. */
export interface Scroller {
  readonly element: HTMLElement;
  readonly target: ScrollTarget;
  readonly top: number;
  /** The lowest that `top` can be. */
  readonly bottom: number;
  /** The part of the viewport in which its text is seen, `scroll-padding` taken off. */
  view(): { readonly top: number; readonly height: number };
  /** Scrolls smoothly, at once where it is far or the reader wants no motion. Returns where it will be. */
  scrollTo(top: number): number;
}

/** The scroller of an element, itself included. */
export function scrollerOf(root: HTMLElement): Scroller {
  const { ownerDocument } = root;
  const page = ownerDocument.documentElement;
  for (let element: HTMLElement | null = root; element; element = element.parentElement) {
    if (element === page || element === ownerDocument.body) break;
    if (scrolls(element)) return createScroller(element, element, () => boxOf(element, page.clientHeight));
  }
  const scrolling = ownerDocument.scrollingElement;
  const element = scrolling === ownerDocument.body ? ownerDocument.body : page;
  const target = ownerDocument.defaultView ?? element;
  return createScroller(element, target, () => ({ top: 0, height: page.clientHeight }));
}

/** Whether an element has something to scroll, up and down. */
export function scrolls(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight + 1) return false;
  const { overflowY } = getComputedStyle(element);
  return overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'overlay';
}

/** The height in which a box is seen: its own, less what the window cuts off, unless that leaves next to nothing. */
function boxOf(element: HTMLElement, windowHeight: number): { top: number; height: number } {
  const top = element.getBoundingClientRect().top + element.clientTop;
  const from = Math.max(0, top);
  const height = Math.min(windowHeight, top + element.clientHeight) - from;
  return height < element.clientHeight / 3 ? { top, height: element.clientHeight } : { top: from, height };
}

function createScroller(
  element: HTMLElement,
  target: ScrollTarget,
  box: () => { top: number; height: number },
): Scroller {
  const bottom = (): number => Math.max(0, element.scrollHeight - element.clientHeight);
  return {
    element,
    target,
    get top() {
      return element.scrollTop;
    },
    get bottom() {
      return bottom();
    },
    view() {
      const { top, height } = box();
      const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(element);
      const above = Number.parseFloat(scrollPaddingTop) || 0;
      const below = Number.parseFloat(scrollPaddingBottom) || 0;
      return { top: top + above, height: Math.max(0, height - above - below) };
    },
    scrollTo(top) {
      const goal = Math.min(bottom(), Math.max(0, Math.round(top)));
      const isFar = Math.abs(goal - element.scrollTop) > 2 * element.clientHeight;
      const isStill = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollTo({ top: goal, behavior: isStill ? 'instant' : 'smooth' });
      return goal;
    },
  };
}

import { takesKeys } from './own-control.js';
import { isElement } from './paragraph-point.js';
import { type Scroller, scrolls } from './scroller.js';

/** The reader's hands on a scroller. */
export interface FollowInput {
  /** A pointer is down in the text: it selects, or drags the page. */
  readonly isHeld: boolean;
  stop(): void;
}

/** Pixels by which a finger moves before the page does. */
const SLACK = 8;

/** Calls back when the reader scrolls by wheel, touch, scrollbar or keys. `scroll` events alone say nothing: the page's own scrolling makes them too. */
export function watchReaderScroll(scroller: Scroller, onScrolled: () => void): FollowInput {
  const { element, target } = scroller;
  const { ownerDocument } = element;
  const ears = new AbortController();
  const passive = { passive: true, signal: ears.signal };
  let heldAt: number | null = null;
  let touchedAt: number | null = null;

  const hasRoom = (down: boolean): boolean => (down ? scroller.top < scroller.bottom - 1 : scroller.top > 0);

  function onWheel(event: WheelEvent): void {
    const { deltaY, ctrlKey, shiftKey } = event;
    // With Ctrl it zooms, with Shift it goes sideways.
    if (deltaY === 0 || ctrlKey || shiftKey || !hasRoom(deltaY > 0)) return;
    if (!isTakenWithin(event.target, element, deltaY > 0)) onScrolled();
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.target === element && isOnScrollbar(element, event)) onScrolled();
    else heldAt = scroller.top;
  }

  function onPointerUp(): void {
    if (heldAt === null) return;
    // Nothing else scrolls while it is held, so a selection was drawn over the edge.
    const dragged = Math.abs(scroller.top - heldAt) > 1;
    heldAt = null;
    if (dragged) onScrolled();
  }

  function onTouchMove({ touches }: TouchEvent): void {
    const y = touches[0]?.clientY;
    if (touches.length !== 1 || y === undefined) return;
    touchedAt ??= y;
    if (Math.abs(y - touchedAt) > SLACK && scroller.bottom > 1) onScrolled();
  }

  function onTouchEnd(): void {
    touchedAt = null;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || !isScrollKey(event) || scroller.bottom <= 1) return;
    const { target: focused } = event;
    const isPage = target !== element;
    if (isPage ? !takesKeys(focused) : isElement(focused) && element.contains(focused) && !takesKeys(focused))
      onScrolled();
  }

  target.addEventListener('wheel', onWheel, passive);
  target.addEventListener('pointerdown', onPointerDown, passive);
  target.addEventListener('touchmove', onTouchMove, passive);
  target.addEventListener('touchend', onTouchEnd, passive);
  target.addEventListener('touchcancel', onTouchEnd, passive);
  // Let go anywhere.
  for (const name of ['pointerup', 'pointercancel'] as const) {
    ownerDocument.addEventListener(name, onPointerUp, passive);
  }
  ownerDocument.addEventListener('keydown', onKey, passive);
  return {
    get isHeld() {
      return heldAt !== null;
    },
    stop: () => ears.abort(),
  };
}

const SCROLL_KEYS = /^(ArrowUp|ArrowDown|PageUp|PageDown|Home|End| )$/;

/** Find in page scrolls too, to what it finds. */
const isScrollKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  (SCROLL_KEYS.test(key) && !altKey) || ((ctrlKey || metaKey) && /^[fg]$/i.test(key)) || key === 'F3';

/** Whether something inside the scroller scrolls instead of it. */
function isTakenWithin(from: EventTarget | null, scroller: Element, down: boolean): boolean {
  const start = isElement(from) ? from : null;
  for (let element = start; element && element !== scroller; element = element.parentElement) {
    const room = down ? element.scrollHeight - element.clientHeight - element.scrollTop > 1 : element.scrollTop > 0;
    if (room && element !== element.ownerDocument.body && scrolls(element)) return true;
  }
  return false;
}

function isOnScrollbar(element: HTMLElement, { clientX }: PointerEvent): boolean {
  if (element === element.ownerDocument.scrollingElement) {
    const { left } = element.getBoundingClientRect();
    return clientX >= Math.max(0, left) + element.clientWidth || clientX < Math.min(0, left);
  }
  const left = element.getBoundingClientRect().left + element.clientLeft;
  return clientX < left || clientX >= left + element.clientWidth;
}

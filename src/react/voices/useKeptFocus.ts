'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Where something within an element had the focus and has gone with it, it is given on instead of being lost to the page. */
export function useKeptFocus(container: RefObject<HTMLElement | null>, onLost: () => void): void {
  const giveOn = useRef(onLost);
  useEffect(() => {
    giveOn.current = onLost;
  });
  useEffect(() => {
    const { current: element } = container;
    if (!element) return undefined;
    let held: EventTarget | null = null;
    const hold = ({ target }: FocusEvent): void => {
      held = target;
    };
    const observer = new MutationObserver(() => {
      if (!(held instanceof Node) || held.isConnected) return;
      held = null;
      if (document.activeElement === document.body) giveOn.current();
    });
    element.addEventListener('focusin', hold);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', hold);
      observer.disconnect();
    };
  }, [container]);
}

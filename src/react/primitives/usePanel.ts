'use client';

import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { keepPlace } from './panel-place.js';

/** A panel above all else, also above a dialog's, that closes on Escape and on whatever happens outside of it. `wide` as for `keepPlace`. */
export function usePanel(button: RefObject<HTMLElement | null>, onClose: () => void, wide?: number | null) {
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const element = panel.current;
    const anchor = button.current;
    if (!element || !anchor) return undefined;
    // Older browsers show it where it is.
    element.showPopover?.();
    return keepPlace(element, anchor, wide);
  }, [button, wide]);
  useEffect(() => {
    const leave = (event: Event): void => {
      const isInside = [panel.current, button.current].some(
        (element) => event.target instanceof Node && element?.contains(event.target),
      );
      if (!isInside) close.current();
    };
    // What had the focus in it may be gone, and keys are told to nobody.
    const escapeLost = ({ key, target }: KeyboardEvent): void => {
      if (key === 'Escape' && target === document.body) close.current();
    };
    document.addEventListener('keydown', escapeLost);
    document.addEventListener('pointerdown', leave, { capture: true });
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('keydown', escapeLost);
      document.removeEventListener('pointerdown', leave, { capture: true });
      document.removeEventListener('focusin', leave);
    };
  }, [button]);
  function onKeyDown(event: ReactKeyboardEvent): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // A dialog around it stays.
    event.preventDefault();
    event.stopPropagation();
    close.current();
  }
  return { panel, onKeyDown };
}

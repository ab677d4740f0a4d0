'use client';

import { useEffect, useRef } from 'react';

/** Escape, and Alt with the up arrow, close what is open, wherever the focus is. Nothing else hears them: a dialog around it stays. */
export function useClosingKeys(onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const isClosing = event.key === 'Escape' || (event.key === 'ArrowUp' && event.altKey);
      if (!isClosing || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
    }
    // Before anybody's own: Downshift would choose with Alt and the up arrow.
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
}

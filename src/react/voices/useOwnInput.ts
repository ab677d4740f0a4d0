'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Hears what is typed into a field that is nobody else's: a form around it is not told that it has changed. */
export function useOwnInput(field: RefObject<HTMLInputElement | null>, onInput: (text: string) => void): void {
  const tell = useRef(onInput);
  useEffect(() => {
    tell.current = onInput;
  });
  useEffect(() => {
    const { current: element } = field;
    if (!element) return undefined;
    function hear(event: Event): void {
      // React listens at its root, beyond the form.
      event.stopPropagation();
      if (event.currentTarget instanceof HTMLInputElement) tell.current(event.currentTarget.value);
    }
    element.addEventListener('input', hear);
    element.addEventListener('change', hear);
    return () => {
      element.removeEventListener('input', hear);
      element.removeEventListener('change', hear);
    };
  }, [field]);
}

'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Says when a control can no longer be used since a fieldset around it was disabled, which React does not tell it. */
export function useWhenDisabled(control: RefObject<HTMLElement | null>, onDisabled: () => void): void {
  const tell = useRef(onDisabled);
  useEffect(() => {
    tell.current = onDisabled;
  });
  useEffect(() => {
    const { current: element } = control;
    const observer = new MutationObserver(() => {
      if (element?.matches(':disabled')) tell.current();
    });
    let fieldset = element?.closest('fieldset');
    while (fieldset) {
      observer.observe(fieldset, { attributes: true, attributeFilter: ['disabled'] });
      fieldset = fieldset.parentElement?.closest('fieldset');
    }
    return () => observer.disconnect();
  }, [control]);
}

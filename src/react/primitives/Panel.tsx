'use client';

import { type ReactNode, type RefObject, useEffect } from 'react';
import { usePanel } from './usePanel.js';

export interface PanelProps {
  id: string;
  label: string;
  className: string | undefined;
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** What can be changed in a panel: what is chosen gets the focus, else the first. */
const CONTROLS = 'input:not([disabled]), button:not([disabled])';

/** A small panel beside its button. Renders a `<div role="dialog">`. */
export function Panel({ id, label, className, button, onClose, children }: PanelProps) {
  const { panel, onKeyDown } = usePanel(button, onClose, null);
  useEffect(() => {
    const { current: element } = panel;
    (element?.querySelector<HTMLElement>(':checked') ?? element?.querySelector<HTMLElement>(CONTROLS))?.focus();
  }, [panel]);
  return (
    <div
      ref={panel}
      id={id}
      className={className ? `readalong-panel ${className}` : 'readalong-panel'}
      popover="manual"
      role="dialog"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

'use client';

import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { usePanel } from './usePanel.js';

export interface PanelButtonProps {
  /** Accessible name of the button. */
  label: string;
  /** Accessible name of the panel. */
  panelLabel: string;
  className: string;
  panelClassName?: string;
  /** What is on the button. */
  content: ReactNode;
  /** What is in the panel, drawn while it is open. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel beside it, and gets the focus back. Renders a `<button>` and a `<div role="dialog">`. */
export function PanelButton({ label, panelLabel, className, panelClassName, content, children }: PanelButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  function close(): void {
    // Only where the focus is in the panel, which is about to go: who pressed elsewhere is there already.
    if (document.getElementById(id)?.contains(document.activeElement)) button.current?.focus();
    setOpen(false);
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {content}
      </button>
      {open && (
        <Panel id={id} label={panelLabel} className={panelClassName} button={button} onClose={close}>
          {children(close)}
        </Panel>
      )}
    </>
  );
}

interface PanelProps {
  id: string;
  label: string;
  className: string | undefined;
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** What can be changed in a panel: what is chosen gets the focus, else the first. */
const CONTROLS = 'input:not([disabled]), button:not([disabled])';

function Panel({ id, label, className, button, onClose, children }: PanelProps) {
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

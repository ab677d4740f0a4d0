'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Late } from './Late.js';
import { createLatePart } from './late-part.js';

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

const panel = createLatePart(async () => (await import('./Panel.js')).Panel);

/** A button that opens a small panel beside it, and gets the focus back. Renders a `<button>` and a `<div role="dialog">`. */
export function PanelButton({ label, panelLabel, className, panelClassName, content, children }: PanelButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    // It is here before it is wanted, as later there may be no network. Where it is not, pressing the button asks again.
    panel.load().catch(() => {});
  }, []);
  function close(): void {
    const { activeElement, body } = document;
    // Only where the focus is in the panel, which is about to go, or lost: who pressed elsewhere is there already.
    if (activeElement === body || document.getElementById(id)?.contains(activeElement)) button.current?.focus();
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
        <Late part={panel} onFail={close}>
          {(Panel) => (
            <Panel id={id} label={panelLabel} className={panelClassName} button={button} onClose={close}>
              {children(close)}
            </Panel>
          )}
        </Late>
      )}
    </>
  );
}

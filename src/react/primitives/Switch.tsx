'use client';

import type { ReactNode } from 'react';

export interface SwitchProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: ReactNode;
}

/** Something that is on or off, with its name. Renders a `<button role="switch">`. */
export function Switch({ isOn, onChange, children }: SwitchProps) {
  return (
    <button type="button" role="switch" aria-checked={isOn} className="readalong-row" onClick={() => onChange(!isOn)}>
      <span>{children}</span>
      <span className="readalong-switch" />
    </button>
  );
}

'use client';

import { type ReactNode, useId } from 'react';

export interface SegmentsProps<Value extends string | number> {
  /** Accessible name of the group. */
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  items: readonly { value: Value; name: string; content: ReactNode }[];
}

/** A choice of few, side by side: one tab stop, arrow keys choose. Renders a `<div role="radiogroup">` of native radios. */
export function Segments<Value extends string | number>({ label, value, onChange, items }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div className="readalong-segments" role="radiogroup" aria-label={label}>
      {items.map((item) => (
        <label key={item.value}>
          <input
            type="radio"
            name={name}
            checked={item.value === value}
            aria-label={item.name}
            onChange={() => onChange(item.value)}
          />
          {item.content}
        </label>
      ))}
    </div>
  );
}

'use client';

import { useId } from 'react';
import type { Look } from '../../transcript/mark-painter.js';
import { Segments } from '../primitives/Segments.js';

/** Every word that a `LookControl` says itself. */
export interface LookLabels {
  /** Of the choice. @default 'Highlight' */
  look?: string;
  /** @default English: "Pill", "Marker" … */
  names?: Partial<Record<Look, string>>;
}

export interface LookControlProps {
  look: Look;
  onChange: (look: Look) => void;
  labels?: LookLabels | undefined;
}

const NAMES: Record<Look, string> = { pill: 'Pill', marker: 'Marker', underline: 'Line', sweep: 'Sweep', none: 'None' };
const LOOKS: readonly Look[] = ['pill', 'marker', 'underline', 'sweep', 'none'];

/**
 * How what is heard is marked, each shown on two letters. Renders a heading and a group of radios.
 *
 * @example <LookControl look={look} onChange={setLook} />
 */
export function LookControl({ look, onChange, labels = {} }: LookControlProps) {
  const title = useId();
  const nameOf = (each: Look): string => labels.names?.[each] ?? NAMES[each];
  const heading = labels.look ?? 'Highlight';
  return (
    <div className="readalong-looks">
      <h3 id={title}>{heading}</h3>
      <Segments
        label={heading}
        value={look}
        onChange={onChange}
        items={LOOKS.map((each) => ({
          value: each,
          name: nameOf(each),
          content: (
            <>
              <em data-look={each} aria-hidden="true">
                <span>A</span>a
              </em>
              <span aria-hidden="true">{nameOf(each)}</span>
            </>
          ),
        }))}
      />
    </div>
  );
}

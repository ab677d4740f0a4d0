'use client';

import { type ComponentPropsWithoutRef, forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import { bindLevel } from './level-drawing.js';

export interface LevelMeterProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  speech: Speech;
}

const BARS = [0, 1, 2, 3, 4];

/**
 * How loud the voice is at this moment; with reduced motion it stands still. Renders a `<div>` that screen readers pass over.
 *
 * @example <LevelMeter speech={speech} />
 */
export const LevelMeter = forwardRef<HTMLDivElement, LevelMeterProps>(function LevelMeter(
  { speech, className, ...rest },
  ref,
) {
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => box.current);
  useEffect(() => (box.current ? bindLevel(speech, box.current) : undefined), [speech]);
  return (
    <div
      aria-hidden="true"
      {...rest}
      ref={box}
      className={className ? `readalong-level ${className}` : 'readalong-level'}
    >
      {BARS.map((bar) => (
        <i key={bar} />
      ))}
    </div>
  );
});

'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import { type ShownTime, useTimeDisplay } from './useTimeDisplay.js';

export interface TimeDisplayProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  speech: Speech;
  /** Time heard, time left, or the whole. @default 'elapsed' */
  show?: ShownTime;
}

/**
 * A time as 1:05, with ≈ while it is only estimated: before anything came, from the text. Renders a `<span>`, once a second.
 *
 * @example <TimeDisplay speech={speech} show="remaining" />
 */
export const TimeDisplay = forwardRef<HTMLSpanElement, TimeDisplayProps>(function TimeDisplay(
  { speech, show, className, ...rest },
  ref,
) {
  const { time, timeProps } = useTimeDisplay(speech, show);
  return (
    <span {...timeProps} {...rest} ref={ref} className={className ? `readalong-time ${className}` : 'readalong-time'}>
      {time}
    </span>
  );
});

'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import { SeekFrame } from './SeekFrame.js';
import type { FormatPlace } from './seek-bar.js';
import { useSeekBar } from './useSeekBar.js';

export interface SeekBarProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'min' | 'max' | 'value' | 'defaultValue' | 'step'> {
  speech: Speech;
  /** What a screen reader says of a place, in seconds of how many, and the words there. @default English */
  formatValue?: FormatPlace;
}

/**
 * Where the voice is, and a way to move it: arrow keys 5 seconds, page keys 30, Home and End. While it is dragged it
 * shows the words that would be heard. Renders a `<div>` with a native range `<input>`, which takes ref and rest props.
 *
 * @example <SeekBar speech={speech} />
 */
export const SeekBar = forwardRef<HTMLInputElement, SeekBarProps>(function SeekBar(
  { speech, formatValue, ...rest },
  ref,
) {
  const { boxProps, inputProps, notches } = useSeekBar(speech, formatValue);
  return (
    <SeekFrame {...rest} ref={ref} boxProps={boxProps} inputProps={inputProps}>
      <div className="readalong-rail" aria-hidden="true">
        <span className="readalong-buffer" />
        <span className="readalong-played" />
        {notches.map((at) => (
          <i key={at} ref={(notch) => notch?.style.setProperty('--at', `${100 * at}%`)} />
        ))}
      </div>
    </SeekFrame>
  );
});

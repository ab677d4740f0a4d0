'use client';

import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  forwardRef,
  type KeyboardEvent,
  useImperativeHandle,
} from 'react';
import type { Speech } from '../../speech/speech.js';
import { SeekPreview } from './SeekPreview.js';
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
  { speech, formatValue, className, style, onKeyDown, 'aria-label': label = 'Seek', ...rest },
  ref,
) {
  const { boxProps, inputProps, notches } = useSeekBar(speech, formatValue);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => inputProps.ref.current);
  function press(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    inputProps.onKeyDown(event);
  }
  return (
    <div
      {...boxProps}
      className={className ? `readalong-seek ${className}` : 'readalong-seek'}
      style={{ ...style, ...boxProps.style }}
    >
      <div className="readalong-rail" aria-hidden="true">
        <span className="readalong-buffer" />
        <span className="readalong-played" />
        {notches.map((at) => (
          <i key={at} style={{ '--at': `${100 * at}%` } as CSSProperties} />
        ))}
      </div>
      <input
        {...inputProps}
        {...rest}
        className="readalong-range"
        disabled={inputProps.disabled || rest.disabled}
        aria-label={label}
        onKeyDown={press}
      />
      <SeekPreview />
    </div>
  );
});

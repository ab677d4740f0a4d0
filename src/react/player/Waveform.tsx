'use client';

import { forwardRef, type KeyboardEvent, useImperativeHandle } from 'react';
import type { SeekBarProps } from './SeekBar.js';
import { SeekPreview } from './SeekPreview.js';
import { useWaveform } from './useWaveform.js';

export type WaveformProps = SeekBarProps;

/**
 * A seek bar drawn as the sound itself: bars where it is here, dots where it is still to come. Keys and words as of a
 * `SeekBar`. Renders a `<div>` with a native range `<input>`, which takes ref and rest props.
 *
 * @example <Waveform speech={speech} />
 */
export const Waveform = forwardRef<HTMLInputElement, WaveformProps>(function Waveform(
  { speech, formatValue, className, style, onKeyDown, 'aria-label': label = 'Seek', ...rest },
  ref,
) {
  const { boxProps, inputProps, pathProps } = useWaveform(speech, formatValue);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => inputProps.ref.current);
  function press(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    inputProps.onKeyDown(event);
  }
  return (
    <div
      {...boxProps}
      className={className ? `readalong-seek readalong-waveform ${className}` : 'readalong-seek readalong-waveform'}
      style={{ ...style, ...boxProps.style }}
    >
      <svg className="readalong-wave" aria-hidden="true">
        <path {...pathProps} />
      </svg>
      <svg className="readalong-wave" data-played="" aria-hidden="true">
        <path {...pathProps} />
      </svg>
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

'use client';

import { forwardRef } from 'react';
import type { SeekBarProps } from './SeekBar.js';
import { SeekFrame } from './SeekFrame.js';
import { useWaveform } from './useWaveform.js';

export type WaveformProps = SeekBarProps;

/**
 * A seek bar drawn as the sound itself: bars where it is here, dots where it is still to come. Keys and words as of a
 * `SeekBar`. Renders a `<div>` with a native range `<input>`, which takes ref and rest props.
 *
 * @example <Waveform speech={speech} />
 */
export const Waveform = forwardRef<HTMLInputElement, WaveformProps>(function Waveform(
  { speech, formatValue, className, ...rest },
  ref,
) {
  const { boxProps, inputProps, pathProps } = useWaveform(speech, formatValue);
  return (
    <SeekFrame
      {...rest}
      ref={ref}
      boxProps={boxProps}
      inputProps={inputProps}
      className={className ? `readalong-waveform ${className}` : 'readalong-waveform'}
    >
      <svg className="readalong-wave" aria-hidden="true">
        <path {...pathProps} />
      </svg>
      <svg className="readalong-wave" data-played="" aria-hidden="true">
        <path {...pathProps} />
      </svg>
    </SeekFrame>
  );
});

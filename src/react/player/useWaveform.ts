'use client';

import { useEffect } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { FormatPlace } from './seek-bar.js';
import { type UseSeekBarResult, useSeekBar } from './useSeekBar.js';
import { bindWaveform } from './waveform-drawing.js';

/** A seek bar, and the paths in its box. */
export interface UseWaveformResult extends UseSeekBarResult {
  /** For each `<path>` in the box: its bars are drawn with a stroke, and `--played` says up to where they were heard. */
  pathProps: { strokeWidth: 3; strokeLinecap: 'round'; fill: 'none' };
}

const PATH: UseWaveformResult['pathProps'] = { strokeWidth: 3, strokeLinecap: 'round', fill: 'none' };

/**
 * Everything of a waveform but its look. Sound of up to ten minutes is decoded to be seen, in idle time; of longer sound what is heard.
 *
 * @example const { boxProps, inputProps, pathProps } = useWaveform(speech)
 */
export function useWaveform(speech: Speech, formatValue?: FormatPlace): UseWaveformResult {
  const seekBar = useSeekBar(speech, formatValue);
  const { ref } = seekBar.boxProps;
  useEffect(() => (ref.current ? bindWaveform(speech, ref.current) : undefined), [speech, ref]);
  return { ...seekBar, pathProps: PATH };
}

'use client';

import type { ChangeEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { useSpeechState } from '../useSpeechState.js';

export interface UseRateControlResult {
  /** 0.5–3; 1 is as it was spoken. */
  rate: number;
  setRate: (rate: number) => void;
  /** For an `<input type="range">` with fine steps. */
  sliderProps: {
    type: 'range';
    min: number;
    max: number;
    step: number;
    value: number;
    'aria-valuetext': string;
    onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  };
}

export const sayRate = (rate: number): string => `${rate} times`;

/** At most two places, and no zero at the end. */
export const formatRate = (rate: number, figures: (rate: number) => string): string =>
  `${figures(Math.round(rate * 100) / 100)}×`;

/**
 * Everything of a control of speed but its look. The pitch is kept.
 *
 * @example const { rate, setRate, sliderProps } = useRateControl(speech)
 */
export function useRateControl(speech: Speech, formatValue: (rate: number) => string = sayRate): UseRateControlResult {
  const rate = useSpeechState(speech, selectRate);
  return {
    rate,
    setRate: speech.setPlaybackRate,
    sliderProps: {
      type: 'range',
      min: 0.5,
      max: 3,
      step: 0.05,
      value: rate,
      'aria-valuetext': formatValue(rate),
      onChange: (event) => speech.setPlaybackRate(event.target.valueAsNumber),
    },
  };
}

const selectRate = ({ playbackRate }: SpeechSnapshot): number => Math.round(playbackRate * 100) / 100;

'use client';

import type { ChangeEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { useSpeechState } from '../useSpeechState.js';

export interface UseVolumeControlResult {
  /** 0–1, also while it is muted. */
  volume: number;
  muted: boolean;
  setVolume: (volume: number) => void;
  setMuted: (muted: boolean) => void;
  /** For an `<input type="range">`; moving it up ends the silence. */
  sliderProps: {
    type: 'range';
    min: number;
    max: number;
    step: number;
    value: number;
    'aria-valuetext': string;
    onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  };
  /** For a `<button>` that silences it. */
  muteProps: { type: 'button'; 'aria-pressed': boolean; onClick: () => void };
}

export const sayVolume = (percent: number): string => `${percent} per cent`;

/**
 * Everything of a volume control but its look.
 *
 * @example const { sliderProps, muteProps } = useVolumeControl(speech)
 */
export function useVolumeControl(
  speech: Speech,
  formatValue: (percent: number) => string = sayVolume,
): UseVolumeControlResult {
  const { volume, muted } = useSpeechState(speech, selectVolume);
  const heard = muted ? 0 : volume;
  return {
    volume,
    muted,
    setVolume: speech.setVolume,
    setMuted: speech.setMuted,
    sliderProps: {
      type: 'range',
      min: 0,
      max: 1,
      step: 0.05,
      value: heard,
      'aria-valuetext': formatValue(Math.round(heard * 100)),
      onChange: (event) => {
        speech.setVolume(event.target.valueAsNumber);
        if (muted) speech.setMuted(false);
      },
    },
    muteProps: { type: 'button', 'aria-pressed': muted, onClick: () => speech.setMuted(!muted) },
  };
}

const selectVolume = ({ volume, muted }: SpeechSnapshot) => ({ volume, muted });

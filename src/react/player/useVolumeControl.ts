'use client';

import type { ChangeEvent, KeyboardEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { toggleMute } from '../../speech/toggle-mute.js';
import { useSpeechState } from '../useSpeechState.js';

export interface UseVolumeControlResult {
  /** 0–1, also while it is muted. */
  volume: number;
  muted: boolean;
  setVolume: (volume: number) => void;
  setMuted: (muted: boolean) => void;
  /** For an `<input type="range">`; moving it up ends the silence, by key to the volume that it had. */
  sliderProps: {
    type: 'range';
    min: number;
    max: number;
    step: number;
    value: number;
    'aria-valuetext': string;
    onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  };
  /** For a `<button>` that silences it, pressed while nothing is heard. A volume of 0 it brings back to half. */
  muteProps: { type: 'button'; 'aria-pressed': boolean; onClick: () => void };
}

const UP: readonly string[] = ['ArrowUp', 'ArrowRight', 'PageUp'];

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
      onKeyDown: (event) => {
        if (!muted || volume === 0 || !UP.includes(event.key)) return;
        event.preventDefault();
        speech.setMuted(false);
      },
    },
    muteProps: { type: 'button', 'aria-pressed': heard === 0, onClick: () => toggleMute(speech) },
  };
}

const selectVolume = ({ volume, muted }: SpeechSnapshot) => ({ volume, muted });

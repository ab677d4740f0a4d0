'use client';

import type { CSSProperties } from 'react';
import type { Speech } from '../../speech/speech.js';
import { Icon } from '../primitives/Icon.js';
import { PanelButton } from '../primitives/PanelButton.js';
import { sayVolume, useVolumeControl } from './useVolumeControl.js';

export interface VolumeControlLabels {
  /** @default 'Volume' */
  volume?: string;
  /** Of a button that is pressed while it is. @default 'Mute' */
  mute?: string;
  /** Of the button while nothing is heard. @default 'muted' */
  muted?: string;
  /** A volume, as a screen reader says it. @default "80 per cent" */
  value?: (percent: number) => string;
}

export interface VolumeControlProps {
  speech: Speech;
  labels?: VolumeControlLabels;
  className?: string;
}

export const VOLUME_LABELS: Required<VolumeControlLabels> = {
  volume: 'Volume',
  mute: 'Mute',
  muted: 'muted',
  value: sayVolume,
};

/**
 * How loud the voice is: a button that opens a slider and a way to be silent. Renders a `<button>`.
 *
 * @example <VolumeControl speech={speech} />
 */
export function VolumeControl({ speech, labels, className }: VolumeControlProps) {
  const words = { ...VOLUME_LABELS, ...labels };
  const { volume, muted } = useVolumeControl(speech);
  const isSilent = muted || volume === 0;
  const said = muted ? words.muted : words.value(Math.round(volume * 100));
  return (
    <PanelButton
      className={className ? `readalong-icon-button ${className}` : 'readalong-icon-button'}
      label={`${words.volume}: ${said}`}
      panelLabel={words.volume}
      content={<Icon name={isSilent ? 'muted' : 'volume'} />}
    >
      {() => <VolumeSlider speech={speech} labels={words} />}
    </PanelButton>
  );
}

export function VolumeSlider({ speech, labels }: { speech: Speech; labels: Required<VolumeControlLabels> }) {
  const { sliderProps, muteProps } = useVolumeControl(speech, labels.value);
  return (
    <div className="readalong-volume">
      <button {...muteProps} className="readalong-icon-button" aria-label={labels.mute}>
        <Icon name={sliderProps.value === 0 ? 'muted' : 'volume'} />
      </button>
      <div className="readalong-slider" style={{ '--value': `${sliderProps.value * 100}%` } as CSSProperties}>
        <input {...sliderProps} className="readalong-range" aria-label={labels.volume} />
      </div>
    </div>
  );
}

'use client';

import { useId } from 'react';
import type { SettingRange } from '../../voices/voice-setting.js';
import type { SettingLabels } from './voice-settings-labels.js';

export interface VoiceSettingSliderProps {
  range: SettingRange;
  value: number;
  /** Where the voice's own setting stands. */
  own: number;
  /** Why it changes nothing, or null where it does. */
  ignored: string | null;
  disabled: boolean;
  labels: SettingLabels;
  format: (value: number) => string;
  onChange: (value: number) => void;
}

/** One setting between its two ends, with a tick where the voice has it by itself. Renders a `<div>` with a native range input. */
export function VoiceSettingSlider(props: VoiceSettingSliderProps) {
  const { range, value, own, ignored, disabled, labels, format, onChange } = props;
  const id = useId();
  const percent = (at: number) => `${(100 * (at - range.min)) / (range.max - range.min)}%`;
  // By script: a strict content security policy would refuse a style attribute from a server.
  const place = (slider: HTMLElement | null): void => {
    slider?.style.setProperty('--value', percent(value));
    slider?.style.setProperty('--default', percent(own));
  };
  return (
    <div className="readalong-field" data-ignored={ignored === null ? undefined : ''}>
      <label htmlFor={id}>
        {labels.name}
        <output htmlFor={id}>{format(value)}</output>
      </label>
      <div className="readalong-slider" ref={place}>
        <i />
        <input
          id={id}
          className="readalong-range"
          type="range"
          min={range.min}
          max={range.max}
          step={0.01}
          value={value}
          disabled={disabled}
          aria-disabled={ignored === null ? undefined : true}
          aria-valuetext={format(value)}
          aria-describedby={`${id}-ends`}
          // It can be found and read where it changes nothing, and stays where it is.
          onChange={(event) => ignored === null && onChange(event.currentTarget.valueAsNumber)}
        />
      </div>
      <div className="readalong-ends" id={`${id}-ends`}>
        {ignored === null ? (
          <>
            <span>{labels.less}</span>
            <span>{labels.more}</span>
          </>
        ) : (
          <span>{ignored}</span>
        )}
      </div>
    </div>
  );
}

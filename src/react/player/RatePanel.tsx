'use client';

import type { CSSProperties } from 'react';
import type { Speech } from '../../speech/speech.js';
import { Segments } from '../primitives/Segments.js';
import type { RateControlLabels } from './rate-labels.js';
import { formatRate, useRateControl } from './useRateControl.js';

export interface RatePanelProps {
  speech: Speech;
  presets: readonly number[];
  labels: Required<RateControlLabels>;
}

/** Speed by fine steps and by presets. Renders a heading, a slider and a group of radios. */
export function RatePanel({ speech, presets, labels }: RatePanelProps) {
  const { rate, setRate, sliderProps } = useRateControl(speech, labels.value);
  const share = (value: number) => `${((value - sliderProps.min) / (sliderProps.max - sliderProps.min)) * 100}%`;
  return (
    <div className="readalong-rate">
      <h3>
        {labels.speed}
        <output>
          <bdi key={rate} dir="ltr">
            {formatRate(rate, labels.figures)}
          </bdi>
        </output>
      </h3>
      <div className="readalong-slider" style={{ '--value': share(rate), '--default': share(1) } as CSSProperties}>
        <i />
        <input {...sliderProps} className="readalong-range" aria-label={labels.speed} />
      </div>
      <Segments
        label={labels.presets}
        value={rate}
        onChange={setRate}
        items={presets.map((value) => ({ value, name: labels.value(value), content: labels.figures(value) }))}
      />
    </div>
  );
}

'use client';

import type { Speech } from '../../speech/speech.js';
import { PanelButton } from '../primitives/PanelButton.js';
import { RatePanel } from './RatePanel.js';
import { RATE_LABELS, RATE_PRESETS, type RateControlLabels } from './rate-labels.js';
import { formatRate, useRateControl } from './useRateControl.js';

export interface RateControlProps {
  speech: Speech;
  /** Usual speeds, 0.5–3. @default [0.75, 1, 1.25, 1.5, 2] */
  presets?: readonly number[];
  labels?: RateControlLabels;
  className?: string;
}

/**
 * How fast the voice speaks: a button that says it, and a panel with presets and fine steps. Renders a `<button>`.
 *
 * @example <RateControl speech={speech} />
 */
export function RateControl({ speech, presets = RATE_PRESETS, labels, className }: RateControlProps) {
  const words = { ...RATE_LABELS, ...labels };
  const { rate } = useRateControl(speech);
  return (
    <PanelButton
      className={`readalong-text-button readalong-rate-button${className ? ` ${className}` : ''}`}
      label={`${words.speed}: ${words.value(rate)}`}
      panelLabel={words.speed}
      content={
        // Another element each time: one that says something else beside its old place would have moved.
        <bdi key={rate} dir="ltr">
          {formatRate(rate, words.figures)}
        </bdi>
      }
    >
      {() => <RatePanel speech={speech} presets={presets} labels={words} />}
    </PanelButton>
  );
}

import { sayRate } from './useRateControl.js';

export interface RateControlLabels {
  /** @default 'Speed' */
  speed?: string;
  /** Of the usual speeds. @default 'Presets' */
  presets?: string;
  /** A speed, as a screen reader says it. @default "1.25 times" */
  value?: (rate: number) => string;
  /** A speed in figures, at most two places. @default '1.25' */
  figures?: (rate: number) => string;
}

export const RATE_PRESETS: readonly number[] = [0.75, 1, 1.25, 1.5, 2];
export const RATE_LABELS: Required<RateControlLabels> = {
  speed: 'Speed',
  presets: 'Presets',
  value: sayRate,
  figures: String,
};

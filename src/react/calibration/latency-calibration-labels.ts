import type { AudioError } from '../../errors.js';

/** What `LatencyCalibration` says. */
export interface LatencyCalibrationLabels {
  /** Accessible name of the whole. */
  name: string;
  /** What it is for, before it starts. */
  explanation: string;
  start: string;
  /** On the large button. */
  tap: string;
  cancel: string;
  progress: (taps: number, needed: number) => string;
  /** What was found, in seconds; negative where it is heard earlier. */
  result: (offset: number) => string;
  /** Instead of a result, where the taps say nothing. */
  uneven: string;
  use: string;
  again: string;
  /** What went wrong, in words. */
  message: (error: AudioError) => string;
}

/** The labels in English. */
export const LATENCY_CALIBRATION_LABELS: LatencyCalibrationLabels = {
  name: 'Sound delay',
  explanation:
    'Wireless headphones sound late, and the browser does not know by how much. Listen to the clicks and tap along, as evenly as you can.',
  start: 'Start the clicks',
  tap: 'Tap at every click',
  cancel: 'Cancel',
  progress: (taps, needed) => (taps === 0 ? 'Find the rhythm' : `${taps} of ${needed} taps`),
  result: (offset) => {
    const milliseconds = Math.round(Math.abs(offset) * 1000);
    return `You hear it ${milliseconds} milliseconds ${offset < 0 ? 'earlier' : 'later'} than the browser says.`;
  },
  uneven: 'The taps were too uneven to tell. Try again, with each click.',
  use: 'Use it',
  again: 'Try again',
  message: (error) => error.message,
};

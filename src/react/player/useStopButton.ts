'use client';

import type { Speech } from '../../speech/speech.js';

export interface UseStopButtonResult {
  press: () => void;
  /** For a `<button>`: its name and handler. */
  buttonProps: { type: 'button'; 'aria-label': string; onClick: () => void };
}

export const STOP_LABEL = 'Stop';

/**
 * Everything of a stop button but its look.
 *
 * @example const { buttonProps } = useStopButton(speech)
 */
export function useStopButton(speech: Speech, label = STOP_LABEL): UseStopButtonResult {
  return { press: speech.stop, buttonProps: { type: 'button', 'aria-label': label, onClick: speech.stop } };
}

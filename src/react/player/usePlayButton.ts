'use client';

import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { useSpeechState } from '../useSpeechState.js';

/** What pressing the button does now. */
export type PlayButtonAction = 'play' | 'pause' | 'stop' | 'again' | 'retry';

export type PlayButtonLabels = Record<PlayButtonAction, string>;

export interface UsePlayButtonResult {
  action: PlayButtonAction;
  /** It was pressed, and sound is not here yet. */
  busy: boolean;
  press: () => void;
  /** For a `<button>`: its name, state and handler. */
  buttonProps: {
    type: 'button';
    'aria-label': string;
    'aria-busy': true | undefined;
    'data-status': SpeechSnapshot['status'];
    onClick: () => void;
  };
}

export const PLAY_BUTTON_LABELS: PlayButtonLabels = {
  play: 'Play',
  pause: 'Pause',
  stop: 'Stop loading',
  again: 'Play again',
  retry: 'Try again',
};

/**
 * Everything of a play button but its look.
 *
 * @example const { buttonProps, action } = usePlayButton(speech)
 */
export function usePlayButton(speech: Speech, labels?: Partial<PlayButtonLabels>): UsePlayButtonResult {
  const { status, action } = useSpeechState(speech, selectAction);
  const busy = status === 'buffering' && action !== 'play';
  function press(): void {
    if (action === 'pause') speech.pause();
    else if (action === 'stop') speech.stop();
    else speech.play();
  }
  return {
    action,
    busy,
    press,
    buttonProps: {
      type: 'button',
      'aria-label': labels?.[action] ?? PLAY_BUTTON_LABELS[action],
      'aria-busy': busy || undefined,
      'data-status': status,
      onClick: press,
    },
  };
}

function selectAction({ status, loading, blocked }: SpeechSnapshot): {
  status: typeof status;
  action: PlayButtonAction;
} {
  // The browser waits for a press before it lets anything sound: this one.
  if (blocked) return { status, action: 'play' };
  if (status === 'playing') return { status, action: 'pause' };
  if (status === 'buffering') return { status, action: loading === 'waiting' ? 'stop' : 'pause' };
  if (status === 'ended') return { status, action: 'again' };
  return { status, action: status === 'error' ? 'retry' : 'play' };
}

'use client';

import type { MouseEvent } from 'react';
import type { SpeechError } from '../../errors.js';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { useSpeechState } from '../useSpeechState.js';

export interface UseErrorNoteResult {
  /** What went wrong; null while all is well, and then there is nothing to show. */
  error: SpeechError | null;
  /** What came before it can still be heard. */
  playable: boolean;
  /** For the element that says it. */
  noteProps: { role: 'alert'; 'data-playable': true | undefined };
  /** For a `<button>` that asks again. It is about to go: the focus goes on to the nearest play button of the theme's. */
  retryProps: { type: 'button'; onClick: (event: MouseEvent<HTMLElement>) => void };
}

/**
 * Everything of a note about what went wrong but its look.
 *
 * @example const { error, noteProps, retryProps } = useErrorNote(speech)
 */
export function useErrorNote(speech: Speech): UseErrorNoteResult {
  const { error, playable } = useSpeechState(speech, selectError);
  function retry({ currentTarget }: MouseEvent<HTMLElement>): void {
    let place: Element | null = currentTarget;
    while (place && !place.querySelector('.readalong-play')) place = place.parentElement;
    // Not to the page's beginning.
    place?.querySelector<HTMLElement>('.readalong-play')?.focus();
    speech.retry();
  }
  return {
    error,
    playable,
    noteProps: { role: 'alert', 'data-playable': playable || undefined },
    retryProps: { type: 'button', onClick: retry },
  };
}

const selectError = ({ error, buffered }: SpeechSnapshot) => ({ error, playable: buffered > 0 });

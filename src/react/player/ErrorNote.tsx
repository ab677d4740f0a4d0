'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { Icon } from '../primitives/Icon.js';
import { useSpeechState } from '../useSpeechState.js';

export interface ErrorNoteLabels {
  /** Over the message, where nothing can be heard. @default 'There is nothing to hear' */
  failed?: string;
  /** Over the message, where what came still plays. @default 'The voice stopped coming' */
  stopped?: string;
  /** @default 'Retry' */
  retry?: string;
}

export interface ErrorNoteProps extends ComponentPropsWithoutRef<'div'> {
  speech: Speech;
  labels?: ErrorNoteLabels;
}

/**
 * What went wrong, in words, with a button that asks again. Renders a `<div role="alert">`, or nothing while all is well.
 *
 * @example <ErrorNote speech={speech} />
 */
export const ErrorNote = forwardRef<HTMLDivElement, ErrorNoteProps>(function ErrorNote(
  { speech, labels = {}, className, ...rest },
  ref,
) {
  const { error, playable } = useSpeechState(speech, selectError);
  if (!error) return null;
  const { failed = 'There is nothing to hear', stopped = 'The voice stopped coming', retry = 'Retry' } = labels;
  /** The note goes when it is pressed: the focus goes to the nearest play button, not to the page's beginning. */
  function retryAndStay(event: MouseEvent<HTMLButtonElement>): void {
    let place: Element | null = event.currentTarget;
    while (place && !place.querySelector('.readalong-play')) place = place.parentElement;
    place?.querySelector<HTMLElement>('.readalong-play')?.focus();
    speech.retry();
  }
  return (
    <div {...rest} ref={ref} role="alert" className={className ? `readalong-note ${className}` : 'readalong-note'}>
      <Icon name="alert" />
      <p>
        <strong>{playable ? stopped : failed}</strong>
        {error.message}
      </p>
      <button type="button" className="readalong-button" data-quiet="" onClick={retryAndStay}>
        <Icon name="again" />
        {retry}
      </button>
    </div>
  );
});

const selectError = ({ error, buffered }: SpeechSnapshot) => ({ error, playable: buffered > 0 });

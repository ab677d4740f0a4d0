'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { SpeechError } from '../../errors.js';
import type { Speech } from '../../speech/speech.js';
import { Icon } from '../primitives/Icon.js';
import { useErrorNote } from './useErrorNote.js';

export interface ErrorNoteLabels {
  /** Over the message, where nothing can be heard. @default 'There is nothing to hear' */
  failed?: string;
  /** Over the message, where what came still plays. @default 'The voice stopped coming' */
  stopped?: string;
  /** @default 'Retry' */
  retry?: string;
  /** What went wrong, in words. @default the error's own message, in English */
  message?: (error: SpeechError) => string;
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
  const { error, playable, noteProps, retryProps } = useErrorNote(speech);
  if (!error) return null;
  const { failed = 'There is nothing to hear', stopped = 'The voice stopped coming', retry = 'Retry' } = labels;
  return (
    <div {...noteProps} {...rest} ref={ref} className={className ? `readalong-note ${className}` : 'readalong-note'}>
      <Icon name="alert" />
      <p>
        <strong>{playable ? stopped : failed}</strong>
        {labels.message?.(error) ?? error.message}
      </p>
      <button {...retryProps} className="readalong-button" data-quiet="">
        <Icon name="again" />
        {retry}
      </button>
    </div>
  );
});

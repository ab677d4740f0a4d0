'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { useSpeechState } from '../useSpeechState.js';
import { FORMAT_NAMES, type TakeAwayLabels } from './take-away-labels.js';
import { type DownloadFormat, useDownload } from './useDownload.js';

export interface DownloadActionProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  speech: Speech;
  format: DownloadFormat;
  whole: 'buy' | 'what-is-here';
  labels: TakeAwayLabels | undefined;
}

/** Saves what was spoken, in whatever look. Renders a `<button>`, and what went wrong in a `<span role="alert">` behind it. */
export const DownloadAction = forwardRef<HTMLButtonElement, DownloadActionProps>(function DownloadAction(
  { speech, format, whole, labels, onClick, children, ...rest },
  ref,
) {
  const { download, busy, error } = useDownload(speech);
  const isHere = useSpeechState(speech, hasSound);
  const isOff = busy || !(isHere || whole === 'buy');
  function click(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event);
    if (!event.defaultPrevented && !isOff) download(format, whole);
  }
  return (
    <>
      <button
        {...rest}
        ref={ref}
        type="button"
        aria-busy={busy || undefined}
        aria-disabled={isOff || undefined}
        onClick={click}
      >
        <PanelIcon name={format === 'audio' || format === 'wav' ? 'download' : 'captions'} />
        {children ?? labels?.formats?.[format] ?? FORMAT_NAMES[format]}
      </button>
      {error && (
        <span role="alert" className="readalong-caption">
          {labels?.message?.(error) ?? error.message}
        </span>
      )}
    </>
  );
});

const hasSound = ({ buffered }: SpeechSnapshot): boolean => buffered > 0;

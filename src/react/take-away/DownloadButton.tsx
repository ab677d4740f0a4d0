'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { Icon } from '../primitives/Icon.js';
import { useSpeechState } from '../useSpeechState.js';
import { FORMAT_NAMES } from './take-away-labels.js';
import { type DownloadFormat, useDownload } from './useDownload.js';

export interface DownloadButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  speech: Speech;
  /** 'audio' as it was received, 'wav', or captions: 'vtt', 'srt', 'lrc'. @default 'audio' */
  format?: DownloadFormat;
  /** 'buy' buys what is not here before it saves the sound. @default 'what-is-here', which buys nothing */
  whole?: 'buy' | 'what-is-here';
}

/**
 * Saves what was spoken as a file. Renders a `<button>`, and what went wrong in a `<span role="alert">` behind it.
 * It can be pressed as soon as there is something to save.
 *
 * @example <DownloadButton speech={speech} format="srt" />
 */
export const DownloadButton = forwardRef<HTMLButtonElement, DownloadButtonProps>(function DownloadButton(
  { speech, format = 'audio', whole = 'what-is-here', className = 'readalong-button', onClick, children, ...rest },
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
        {...(className === 'readalong-button' && { 'data-quiet': '' })}
        {...rest}
        ref={ref}
        type="button"
        className={className}
        aria-busy={busy || undefined}
        aria-disabled={isOff || undefined}
        onClick={click}
      >
        <Icon name={format === 'audio' || format === 'wav' ? 'download' : 'captions'} />
        {children ?? FORMAT_NAMES[format]}
      </button>
      {error && (
        <span role="alert" className="readalong-caption">
          {error.message}
        </span>
      )}
    </>
  );
});

const hasSound = ({ buffered }: SpeechSnapshot): boolean => buffered > 0;

'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import { DownloadAction } from './DownloadAction.js';
import type { TakeAwayLabels } from './take-away-labels.js';
import type { DownloadFormat } from './useDownload.js';

export interface DownloadButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  speech: Speech;
  /** 'audio' as it was received, 'wav', or captions: 'vtt', 'srt', 'lrc'. @default 'audio' */
  format?: DownloadFormat;
  /** 'buy' buys what is not here before it saves the sound. @default 'what-is-here', which buys nothing */
  whole?: 'buy' | 'what-is-here';
  /** @default English */
  labels?: TakeAwayLabels | undefined;
}

/**
 * Saves what was spoken as a file. Renders a `<button>`, and what went wrong in a `<span role="alert">` behind it.
 * It can be pressed as soon as there is something to save.
 *
 * @example <DownloadButton speech={speech} format="srt" />
 */
export const DownloadButton = forwardRef<HTMLButtonElement, DownloadButtonProps>(function DownloadButton(
  { format = 'audio', whole = 'what-is-here', labels, className, ...rest },
  ref,
) {
  return (
    <DownloadAction
      data-quiet=""
      {...rest}
      {...{ ref, format, whole, labels }}
      className={className ? `readalong-button ${className}` : 'readalong-button'}
    />
  );
});

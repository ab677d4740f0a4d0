'use client';

import type { Speech } from '../../speech/speech.js';
import { CopyLinkButton } from './CopyLinkButton.js';
import { DownloadButton } from './DownloadButton.js';
import { FORMAT_NAMES, type TakeAwayLabels } from './take-away-labels.js';
import type { DownloadFormat } from './useDownload.js';

export interface TakeAwayItemsProps {
  speech: Speech;
  labels?: TakeAwayLabels | undefined;
}

const FORMATS: readonly DownloadFormat[] = ['audio', 'wav', 'vtt', 'srt', 'lrc'];

/** What a reader can take along: sound, captions, and a link. */
export function TakeAwayItems({ speech, labels = {} }: TakeAwayItemsProps) {
  return (
    <>
      {FORMATS.map((format) => (
        <DownloadButton key={format} speech={speech} format={format} className="readalong-item">
          {labels.formats?.[format] ?? FORMAT_NAMES[format]}
        </DownloadButton>
      ))}
      <CopyLinkButton speech={speech} labels={labels} />
    </>
  );
}

'use client';

import type { Speech } from '../../speech/speech.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { CopyLinkButton } from './CopyLinkButton.js';
import { DownloadAction } from './DownloadAction.js';
import type { TakeAwayLabels } from './take-away-labels.js';
import type { DownloadFormat } from './useDownload.js';

export interface TakeAwayItemsProps {
  speech: Speech;
  /** Of the reader, in links to a place. */
  linkName: string | undefined;
  labels?: TakeAwayLabels | undefined;
}

const FORMATS: readonly DownloadFormat[] = ['audio', 'wav', 'vtt', 'srt', 'lrc'];

/** What a reader can take along: sound, captions, paper, and a link. */
export function TakeAwayItems({ speech, linkName, labels = {} }: TakeAwayItemsProps) {
  return (
    <>
      {FORMATS.map((format) => (
        <DownloadAction key={format} className="readalong-item" whole="what-is-here" {...{ speech, format, labels }} />
      ))}
      <button type="button" className="readalong-item" onClick={() => print()}>
        <PanelIcon name="print" />
        {labels.print ?? 'Print'}
      </button>
      <CopyLinkButton speech={speech} name={linkName} labels={labels} />
    </>
  );
}

import type { DownloadFormat } from './useDownload.js';

/** What the things that can be taken along say. */
export interface TakeAwayLabels {
  /** Of what is taken away. @default 'Download' */
  title?: string;
  /** Names of the buttons. @default "Download audio", "Download as WAV", "Captions as WebVTT" … */
  formats?: Partial<Record<DownloadFormat, string>>;
  /** @default 'Print' */
  print?: string;
  /** @default 'Copy link to this place' */
  copy?: string;
  /** @default 'The link was copied' */
  copied?: string;
  /** Where the browser does not let a page copy. @default 'The link could not be copied' */
  notCopied?: string;
  /** Why there is no file, in words. @default the error's own message, in English */
  message?: (error: Error) => string;
}

export const FORMAT_NAMES: Record<DownloadFormat, string> = {
  audio: 'Download audio',
  wav: 'Download as WAV',
  vtt: 'Captions as WebVTT',
  srt: 'Captions as SRT',
  lrc: 'Captions as LRC',
};

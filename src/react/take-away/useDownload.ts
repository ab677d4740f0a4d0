'use client';

import { useEffect, useRef, useState } from 'react';
import type { CaptionFormat } from '../../download/take-away.js';
import type { Speech } from '../../speech/speech.js';

/** What is taken away: the sound as it came, the sound as WAV, or captions. */
export type DownloadFormat = 'audio' | 'wav' | CaptionFormat;

export interface UseDownloadResult {
  /** A file is being written. */
  busy: boolean;
  /** Why the last one could not be; null while all is well. */
  error: Error | null;
  /** Hands the file to the reader. Buys nothing, unless `whole` says so; what is here is what is saved. */
  download: (format: DownloadFormat, whole?: 'buy' | 'what-is-here') => void;
}

/**
 * Saves a speech as a file. What writes files is loaded when it is first asked for.
 *
 * @example const { download, busy } = useDownload(speech)
 */
export function useDownload(speech: Speech): UseDownloadResult {
  const [state, setState] = useState<Omit<UseDownloadResult, 'download'>>({ busy: false, error: null });
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);

  async function save(format: DownloadFormat, whole: 'buy' | 'what-is-here'): Promise<void> {
    work.current?.abort();
    const own = new AbortController();
    work.current = own;
    setState({ busy: true, error: null });
    try {
      const [{ takeAudio, takeCaptions }, { saveFile }] = await loadWriters();
      if (format === 'audio' || format === 'wav') {
        const as = format === 'wav' ? 'wav' : 'received';
        saveFile(await takeAudio(speech, { as, whole, signal: own.signal }));
      } else saveFile(takeCaptions(speech.getSnapshot().timeline, format));
      if (!own.signal.aborted) setState({ busy: false, error: null });
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      if (!own.signal.aborted) setState({ busy: false, error });
    }
  }
  return { ...state, download: (format, whole = 'what-is-here') => void save(format, whole) };
}

const loadWriters = () => Promise.all([import('../../download/take-away.js'), import('../../download/speech-file.js')]);

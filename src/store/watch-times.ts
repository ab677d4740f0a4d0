import type { SpeechChunk } from '../relay/speech-stream.js';
import type { Alignment } from '../wire/alignment.js';
import { joinTimes } from './kept-times.js';
import type { BoughtStream } from './recording.js';
import type { KeptSpeech } from './shelf.js';

/** An answer on its way to somebody else. */
export interface WatchedStream {
  readonly stream: BoughtStream;
  /** The times that passed so far, joined. */
  times(): Pick<KeptSpeech, 'alignment' | 'normalizedAlignment'>;
}

/** Remembers the times of an answer while it is handed on. */
export function watchTimes(stream: BoughtStream): WatchedStream {
  const alignments: Alignment[] = [];
  const normalized: Alignment[] = [];

  async function* watch(): AsyncGenerator<SpeechChunk> {
    for await (const chunk of stream.chunks) {
      if (chunk.alignment) alignments.push(chunk.alignment);
      if (chunk.normalizedAlignment) normalized.push(chunk.normalizedAlignment);
      yield chunk;
    }
  }

  return {
    stream: { ...stream, chunks: watch() },
    times: () => ({ alignment: joinTimes(alignments), normalizedAlignment: joinTimes(normalized) }),
  };
}

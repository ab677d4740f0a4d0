import type { SpeechChunk } from '../relay/speech-stream.js';
import { splitTimes } from './kept-times.js';
import type { BoughtStream } from './recording.js';
import type { KeptSpeech } from './shelf.js';

/**
 * Gives a kept answer the form of one that comes, or null where its sound cannot be read any more: browsers keep it in a file
 * of its own, which somebody may have deleted (https://github.com/w3c/IndexedDB/issues/423).
 */
export async function keptStream(kept: KeptSpeech): Promise<BoughtStream | null> {
  let audio: Uint8Array;
  try {
    audio = new Uint8Array(await kept.audio.arrayBuffer());
  } catch {
    return null;
  }
  if (audio.length !== kept.audio.size || audio.length === 0) return null;
  const { outputFormat, requestId, characterCost, seconds } = kept;
  return { outputFormat, requestId, characterCost, seconds, isKept: true, chunks: wholeAnswer(kept, audio) };
}

async function* wholeAnswer(kept: KeptSpeech, audio: Uint8Array): AsyncGenerator<SpeechChunk> {
  yield {
    audio,
    alignment: kept.alignment && splitTimes(kept.alignment),
    normalizedAlignment: kept.normalizedAlignment && splitTimes(kept.normalizedAlignment),
  };
}

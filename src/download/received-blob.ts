import { containerOf } from '../audio/containers.js';
import { readMp3Header } from '../audio/mp3-header.js';
import type { PcmPart } from '../audio/part.js';
import { createMp3Joiner } from './join-mp3.js';
import type { WavOptions } from './wav-blob.js';

/** What the first bytes of sound say that it is; null where nothing but a declaration says it. */
function typeOf(bytes: Uint8Array): 'audio/mpeg' | 'audio/ogg' | 'audio/wav' | null {
  const container = containerOf(bytes);
  if (container === 'mp3') return 'audio/mpeg';
  if (container === 'ogg') return 'audio/ogg';
  if (container === 'wav') return 'audio/wav';
  const header = readMp3Header(bytes, 0);
  // Two bytes of PCM can look like a header: the next frame must confirm it.
  return header && (bytes.length <= header.length || readMp3Header(bytes, header.length)) ? 'audio/mpeg' : null;
}

/**
 * The bytes of parts as they were received, as one file: MP3s joined frame by frame, Ogg streams in a chain (RFC 3533).
 * Null where the bytes are no file, or several that cannot be one.
 */
export async function receivedBlob(
  parts: readonly PcmPart[],
  { signal, onProgress }: WavOptions,
): Promise<Blob | null> {
  const joiner = createMp3Joiner();
  const blobs: Blob[] = [];
  let type: string | null = null;
  for (const [i, part] of parts.entries()) {
    signal.throwIfAborted();
    const bytes = await part.received?.();
    const own = bytes ? typeOf(bytes) : null;
    if (!bytes || !own || (type !== null && own !== type)) return null;
    if (own === 'audio/wav' && parts.length > 1) return null;
    type = own;
    const seconds = part.frames().ready / part.sampleRate;
    // A Blob a part, so that a book is not in the heap at once.
    blobs.push(new Blob(own === 'audio/mpeg' && parts.length > 1 ? joiner.add({ bytes, seconds }) : [bytes]));
    onProgress?.((i + 1) / parts.length);
  }
  return type === null ? null : new Blob(blobs, { type });
}

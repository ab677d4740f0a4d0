import { AudioError } from '../errors.js';
import { createByteStore } from './byte-store.js';
import type { Decode } from './decode.js';
import { describeBytes } from './describe-bytes.js';
import { createListeners } from './listeners.js';
import { createMp3Index } from './mp3-index.js';
import { createMp3Windows, LEAST_FRAMES } from './mp3-windows.js';
import type { GrowingPart } from './part.js';

/** Samples by which an MP3 decoder is late, in every one: half a filter bank and one. */
const DECODER_DELAY = 529;
/** First bytes by which something that is no MP3 is named. */
const HEAD = 16;

/** MP3 as it arrives. Frame 0 is the first sample that was encoded: the delay of encoder and decoder is left out. */
export function createMp3Part(id: string, declaredRate: number, decode: Decode): GrowingPart {
  const bytes = createByteStore();
  const index = createMp3Index();
  const windows = createMp3Windows(bytes, index, decode);
  const listeners = createListeners();
  const head = new Uint8Array(HEAD);
  let final = false;

  const samplesPerFrame = (): number => index.header?.samples ?? 1152;
  const delay = (): number => index.padding.before + DECODER_DELAY;

  function ready(): number {
    if (index.count < LEAST_FRAMES && !final) return 0;
    // The padding is held back from the beginning: any frame may turn out to be the last.
    const decodable = index.count * samplesPerFrame() - delay();
    const encoded = index.count * samplesPerFrame() - index.padding.before - index.padding.after;
    return Math.max(0, Math.min(decodable, encoded));
  }

  return {
    id,
    get sampleRate() {
      return index.header?.sampleRate ?? declaredRate;
    },
    frames: () => ({ ready: ready(), final }),
    read: (from, count, signal) => windows.read(from + delay(), count, signal),
    onGrow: listeners.add,
    append(chunk) {
      if (bytes.length < HEAD) head.set(chunk.subarray(0, HEAD - bytes.length), bytes.length);
      bytes.append(chunk);
      const before = index.count;
      index.push(chunk);
      if (index.count > before) listeners.call();
    },
    end() {
      index.end();
      final = true;
      listeners.call();
      if (index.count > 0) return null;
      return new AudioError(
        `MP3 was expected, but ${bytes.length} bytes hold no MP3 frame${describeBytes(head.subarray(0, bytes.length))}. There is nothing to hear. Declare the \`outputFormat\` that was really asked for.`,
      );
    },
    get byteLength() {
      return bytes.length;
    },
    received: () => bytes.read(0, bytes.length),
  };
}

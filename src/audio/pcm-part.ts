import { AudioError } from '../errors.js';
import { createByteStore } from './byte-store.js';
import { createListeners } from './listeners.js';
import type { GrowingPart } from './part.js';

/** Signed 16-bit little-endian mono without a header, as `pcm_*` sends it. */
export function createPcmPart(id: string, sampleRate: number): GrowingPart {
  const bytes = createByteStore();
  const listeners = createListeners();
  let final = false;
  return {
    id,
    sampleRate,
    // A chunk may end in the middle of a sample: half a sample is not ready.
    frames: () => ({ ready: bytes.length >> 1, final }),
    async read(from, count, signal) {
      const raw = await bytes.read(from * 2, (from + count) * 2);
      signal.throwIfAborted();
      const view = new DataView(raw.buffer);
      const samples = new Float32Array(count);
      for (let i = 0; i < count; i++) samples[i] = view.getInt16(i * 2, true) / 32768;
      return samples;
    },
    onGrow: listeners.add,
    append(chunk) {
      bytes.append(chunk);
      listeners.call();
    },
    end() {
      final = true;
      listeners.call();
      return bytes.length > 1
        ? null
        : new AudioError('PCM sound was expected, but none came. There is nothing to hear. Ask for it again.');
    },
    get byteLength() {
      return bytes.length;
    },
    received: () => bytes.read(0, bytes.length),
  };
}

import type { ByteStore } from './byte-store.js';
import { FOREIGN_HEAD, isForeign } from './foreign-head.js';
import { joinBytes } from './join-bytes.js';
import { readSamples, type SampleCoding } from './sample-coding.js';
import type { SoundContent } from './sound-content.js';

/** Samples one after another without a header, mono, as `pcm_*`, `ulaw_8000` and `alaw_8000` send them. */
export function createSampleContent(
  name: string,
  bytes: ByteStore,
  sampleRate: number,
  coding: SampleCoding,
): SoundContent {
  let head = new Uint8Array();
  // Any bytes can be sound, so only those that are plainly a file of another kind are not.
  let foreign: boolean | undefined;

  return {
    name,
    sampleRate,
    // A chunk may end in the middle of a sample: half a sample is not ready.
    ready: () => (foreign === false ? Math.floor(bytes.length / coding.bytes) : 0),
    push(chunk) {
      if (foreign !== undefined) return;
      head = joinBytes([head, chunk.subarray(0, FOREIGN_HEAD - head.length)]);
      foreign = isForeign(head, false);
    },
    end() {
      foreign ??= isForeign(head, true);
    },
    fault: () => (foreign === false && bytes.length >= coding.bytes ? null : 'none'),
    async read(from, count, signal) {
      const raw = await bytes.read(from * coding.bytes, (from + count) * coding.bytes);
      signal.throwIfAborted();
      return readSamples(raw, count, coding);
    },
  };
}

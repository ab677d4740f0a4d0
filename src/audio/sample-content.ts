import type { ByteStore } from './byte-store.js';
import { CONTAINER_HEAD, containerOf } from './containers.js';
import { readSamples, type SampleCoding } from './sample-coding.js';
import type { SoundContent } from './sound-content.js';

/** Samples one after another without a header, mono, as `pcm_*`, `ulaw_8000` and `alaw_8000` send them. */
export function createSampleContent(
  name: string,
  bytes: ByteStore,
  sampleRate: number,
  coding: SampleCoding,
): SoundContent {
  const head: number[] = [];
  // Any bytes can be sound, so only those that are plainly a file of another kind are not.
  let container: ReturnType<typeof containerOf>;

  function ready(final: boolean): number {
    // A chunk may end in the middle of a sample: half a sample is not ready.
    return container === null || (final && container === undefined) ? Math.floor(bytes.length / coding.bytes) : 0;
  }

  return {
    name,
    sampleRate,
    ready,
    push(chunk) {
      if (container !== undefined) return;
      head.push(...chunk.subarray(0, CONTAINER_HEAD - head.length));
      container = containerOf(Uint8Array.from(head));
    },
    end() {},
    fault: () => (ready(true) > 0 ? null : 'none'),
    async read(from, count, signal) {
      const raw = await bytes.read(from * coding.bytes, (from + count) * coding.bytes);
      signal.throwIfAborted();
      return readSamples(raw, count, coding);
    },
  };
}

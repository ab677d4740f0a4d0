import type { ByteStore } from './byte-store.js';
import type { Decode } from './decode.js';
import { createOpusIndex } from './opus-index.js';
import { OPUS_RATE } from './opus-packet.js';
import type { SoundContent } from './sound-content.js';
import { createWindowCache } from './window-cache.js';

/** Ogg Opus as it arrives. Frame 0 is the first sample after the pre-skip; the end is where the last page says. */
export function createOpusContent(bytes: ByteStore, decode: Decode): SoundContent {
  const index = createOpusIndex();
  const windows = createWindowCache({
    window: OPUS_RATE,
    get total() {
      return index.total;
    },
    async decode(from, to) {
      // Writing Ogg is not shipped to those who never hear it.
      const { decodeOpusSlice } = await import('./decode-opus-slice.js');
      return decodeOpusSlice(bytes, index, decode, from, to);
    },
  });
  return {
    name: 'Ogg Opus',
    sampleRate: OPUS_RATE,
    ready: () => Math.max(0, index.total - index.preSkip - index.padding),
    push: index.push,
    end() {},
    fault: () => (index.count > 0 ? null : index.head ? 'a header and no sound' : 'no Opus stream'),
    read: (from, count, signal) => windows.read(from + index.preSkip, count, signal),
  };
}

import type { ByteStore } from './byte-store.js';
import type { Decode } from './decode.js';
import type { Fidelity } from './fidelity.js';
import { createMp3Index } from './mp3-index.js';
import { createMp3Slices, LEAST_FRAMES } from './mp3-slices.js';
import type { SoundContent } from './sound-content.js';
import { createWindowCache } from './window-cache.js';

/** Samples by which an MP3 decoder is late, in every one: half a filter bank and one. */
const DECODER_DELAY = 529;
/** Frames to a window: about a second at 44.1 kHz, which decodes in 4–7 ms. */
const WINDOW = 38;

/** MP3 as it arrives. Frame 0 is the first sample that was encoded: the delay of encoder and decoder is left out. */
export function createMp3Content(
  bytes: ByteStore,
  declaredRate: number,
  decode: Decode,
  fidelity: () => Promise<Fidelity>,
): SoundContent {
  const index = createMp3Index();
  const slices = createMp3Slices(bytes, index, decode, fidelity);
  const samplesPerFrame = (): number => index.header?.samples ?? 1152;
  const delay = (): number => index.padding.before + DECODER_DELAY;
  const windows = createWindowCache({
    get window() {
      return WINDOW * samplesPerFrame();
    },
    get total() {
      return index.count * samplesPerFrame();
    },
    decode: (from, to) => slices.decode(from / samplesPerFrame(), to / samplesPerFrame()),
  });

  return {
    name: 'MP3',
    get sampleRate() {
      return index.header?.sampleRate ?? declaredRate;
    },
    ready(final) {
      if (index.count < LEAST_FRAMES && !final) return 0;
      // The padding is held back from the beginning: any frame may turn out to be the last.
      const decodable = index.count * samplesPerFrame() - delay();
      const encoded = index.count * samplesPerFrame() - index.padding.before - index.padding.after;
      return Math.max(0, Math.min(decodable, encoded));
    },
    push: index.push,
    end: index.end,
    fault: () => (index.count > 0 ? null : 'no MP3 frame'),
    read: (from, count, signal) => windows.read(from + delay(), count, signal),
  };
}

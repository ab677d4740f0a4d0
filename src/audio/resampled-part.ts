import type { PcmPart } from './part.js';
import { type ResampleKernel, resampleKernel } from './resample-kernel.js';

/** A part as it sounds at another sample rate, and where its frames come from. */
export interface ResampledPart extends Pick<PcmPart, 'frames' | 'read'> {
  /** The part's own frame that a frame at the other rate comes from. */
  toPart(frame: number): number;
  /** The first frame at the other rate that is at or behind one of the part's own. */
  fromPart(frame: number): number;
}

/**
 * A part at the sample rate of the output that plays it; as it is where they are the same. Each frame is made from its
 * absolute place alone, so pieces that are read apart join without a seam.
 */
export function resampledPart(part: PcmPart, sampleRate: number): ResampledPart {
  if (part.sampleRate === sampleRate) {
    return { frames: part.frames, read: part.read, toPart: (frame) => frame, fromPart: (frame) => frame };
  }
  const step = part.sampleRate / sampleRate;
  const kernel = resampleKernel(part.sampleRate, sampleRate);
  return {
    frames() {
      const { ready, final } = part.frames();
      // What lies at the edge is made with what comes behind it.
      return { ready: final ? Math.ceil(ready / step) : Math.max(0, Math.floor((ready - kernel.reach) / step)), final };
    },
    async read(from, count, signal) {
      const first = Math.max(0, kernel.floor(from) - kernel.reach + 1);
      const behind = Math.min(part.frames().ready, kernel.floor(from + count - 1) + kernel.reach + 1);
      const samples = await part.read(first, behind - first, signal);
      return resample(samples, first, kernel, from, count);
    },
    toPart: (frame) => Math.floor(frame * step),
    fromPart: (frame) => Math.ceil(frame / step),
  };
}

/** Output frames from input that begins at the input frame `first`; silence lies around it. */
function resample(
  input: Float32Array,
  first: number,
  kernel: ResampleKernel,
  from: number,
  count: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const weights = kernel.weights(from + i);
    const begin = kernel.floor(from + i) - kernel.reach + 1 - first;
    let sum = 0;
    for (let j = 0; j < weights.length; j++) sum += (weights[j] ?? 0) * (input[begin + j] ?? 0);
    out[i] = sum;
  }
  return out;
}

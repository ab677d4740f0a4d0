const HALF_WIDTH = 16;
const kernels = new Map<string, Float32Array[]>();

/** Other rate, same sound, by a windowed sinc of 32 zero crossings. Before the first sample and after the last is silence. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const divisor = greatestCommonDivisor(from, to);
  const step = from / divisor;
  const phases = to / divisor;
  const kernel = kernelFor(step, phases);
  const width = (kernel[0]?.length ?? 0) / 2;
  const result = new Float32Array(Math.round((samples.length * to) / from));
  for (let i = 0; i < result.length; i++) {
    const centre = Math.floor((i * step) / phases);
    const taps = kernel[(i * step) % phases] ?? new Float32Array(0);
    const first = centre - width + 1;
    let sum = 0;
    for (let k = Math.max(0, -first), end = Math.min(taps.length, samples.length - first); k < end; k++) {
      sum += (taps[k] ?? 0) * (samples[first + k] ?? 0);
    }
    result[i] = sum;
  }
  return result;
}

/** For each of the positions that an output sample can have between two input samples, the weights of its neighbours. */
function kernelFor(step: number, phases: number): Float32Array[] {
  const key = `${step}/${phases}`;
  const known = kernels.get(key);
  if (known) return known;
  const cutoff = Math.min(1, phases / step) * 0.95;
  const width = Math.ceil(HALF_WIDTH / cutoff);
  const made = Array.from({ length: phases }, (_, phase) =>
    Float32Array.from({ length: width * 2 }, (_, k) => {
      const x = k - width + 1 - phase / phases;
      const window = Math.abs(x) < width ? 0.5 + 0.5 * Math.cos((Math.PI * x) / width) : 0;
      const turn = Math.PI * x * cutoff;
      return window * cutoff * (turn === 0 ? 1 : Math.sin(turn) / turn);
    }),
  );
  kernels.set(key, made);
  return made;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

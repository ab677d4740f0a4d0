/** Weights by which output frames are made of input frames, for each place that an output frame can have between two of them. */
export interface ResampleKernel {
  /** Input frames that are needed at either side of an output frame's place. */
  readonly reach: number;
  /** The weights of the input frames from `floor(place) - reach + 1` to `floor(place) + reach`, for an output frame. */
  weights(outputFrame: number): Float32Array;
  /** Input frame (whole) at or before the place of an output frame. */
  floor(outputFrame: number): number;
}

/** Zero crossings at either side: 16 keep what the ear could tell 80 dB down. */
const CROSSINGS = 16;
/** Share of the band that is kept: the rest is where the filter falls off. */
const BAND = 0.95;

const made = new Map<string, ResampleKernel>();

/** The windowed sinc from one sample rate to another. Rates have few places in common, so all weights are made once. */
export function resampleKernel(from: number, to: number): ResampleKernel {
  const name = `${from} ${to}`;
  const found = made.get(name) ?? createKernel(from, to);
  made.set(name, found);
  return found;
}

function createKernel(from: number, to: number): ResampleKernel {
  const divisor = greatestCommonDivisor(from, to);
  /** Output frames after which the places repeat, and the input frames that they span. */
  const places = to / divisor;
  const span = from / divisor;
  const cutoff = BAND * Math.min(1, to / from);
  const reach = Math.ceil(CROSSINGS / cutoff);
  const tables = new Map<number, Float32Array>();

  function table(rest: number): Float32Array {
    const weights = new Float32Array(2 * reach);
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const distance = i - reach + 1 - rest / places;
      const weight = sinc(cutoff * distance) * window(distance / reach);
      weights[i] = weight;
      sum += weight;
    }
    // Steady sound stays as loud as it is.
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / sum;
    return weights;
  }

  return {
    reach,
    floor: (outputFrame) => Math.floor((outputFrame * span) / places),
    weights(outputFrame) {
      const rest = (outputFrame * span) % places;
      const found = tables.get(rest) ?? table(rest);
      tables.set(rest, found);
      return found;
    },
  };
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Blackman's, from -1 to 1. */
function window(x: number): number {
  if (Math.abs(x) >= 1) return 0;
  return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

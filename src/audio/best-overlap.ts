/** Every how many places and samples the first, coarse look takes. */
const COARSE = 4;

/**
 * The place between `low` and `high` at which `length` samples are most like those at `like`, by normalized
 * cross-correlation: looked at coarsely first, then at every place around the best.
 */
export function bestOverlap(samples: Float32Array, like: number, low: number, high: number, length: number): number {
  const coarse = search(samples, like, low, high, length, COARSE);
  return search(samples, like, Math.max(low, coarse - COARSE + 1), Math.min(high, coarse + COARSE - 1), length, 1);
}

function search(
  samples: Float32Array,
  like: number,
  low: number,
  high: number,
  length: number,
  stride: number,
): number {
  let best = low;
  let most = Number.NEGATIVE_INFINITY;
  for (let place = low; place <= high; place += stride) {
    let product = 0;
    let energy = 1e-9;
    for (let i = 0; i < length; i += stride) {
      const sample = samples[place + i] ?? 0;
      product += sample * (samples[like + i] ?? 0);
      energy += sample * sample;
    }
    const likeness = product / Math.sqrt(energy);
    if (likeness > most) {
      most = likeness;
      best = place;
    }
  }
  return best;
}

/** Hertz between which a voice is looked for. */
const LOWEST = 70;
const HIGHEST = 320;
/** How like itself a period later sound must be to be clearly voiced. */
const VOICED = 0.9;
/** Below this it is not loud enough to tell. */
const QUIET = 0.01;
/** Seconds that are compared. */
const WINDOW = 0.03;

/**
 * The pitch (hertz) round a sample, or null where it is not clearly voiced. By normalized autocorrelation, a parabola
 * through its peak; the shortest period that is nearly as good as the best is taken, for two periods fit as well.
 */
export function pitchOf(samples: Float32Array, at: number, sampleRate: number): number | null {
  const length = Math.round(WINDOW * sampleRate);
  const low = Math.floor(sampleRate / HIGHEST);
  const high = Math.ceil(sampleRate / LOWEST);
  const from = Math.round(at - (length + high) / 2);
  if (from < 0 || from + length + high + 1 > samples.length) return null;
  const likeness = new Float64Array(high + 2);
  for (let lag = low - 1; lag <= high + 1; lag++) likeness[lag] = likenessAt(samples, from, lag, length);
  let best = low;
  for (let lag = low; lag <= high; lag++) if ((likeness[lag] ?? 0) > (likeness[best] ?? 0)) best = lag;
  const most = likeness[best] ?? 0;
  if (most < VOICED) return null;
  for (let lag = low; lag < best; lag++) {
    const isPeak = (likeness[lag] ?? 0) >= Math.max(likeness[lag - 1] ?? 0, likeness[lag + 1] ?? 0);
    if (isPeak && (likeness[lag] ?? 0) > most - 0.05) {
      best = lag;
      break;
    }
  }
  const [before = 0, peak = 0, after = 0] = likeness.subarray(best - 1, best + 2);
  const curve = before - 2 * peak + after;
  return sampleRate / (best + (curve === 0 ? 0 : (before - after) / (2 * curve)));
}

function likenessAt(samples: Float32Array, from: number, lag: number, length: number): number {
  let [product, here, later] = [0, 0, 0];
  for (let i = from; i < from + length; i++) {
    const a = samples[i] ?? 0;
    const b = samples[i + lag] ?? 0;
    product += a * b;
    here += a * a;
    later += b * b;
  }
  return Math.sqrt(here / length) < QUIET ? 0 : product / Math.sqrt(here * later + 1e-12);
}

/** What taps agree on. Seconds. */
export interface SteadyTaps {
  /** How many taps agree; the others are outliers. */
  readonly count: number;
  /** The median of those that agree. */
  readonly offset: number;
  /** Half of those that agree lie within so much of it. */
  readonly spread: number;
}

/** What makes a median deviation comparable to a standard deviation, and how many of those a tap may lie off. */
const OUTLIER = 3 * 1.4826;
/** Seconds that a tap may always lie off: a finger is no clock. */
const TOLERANCE = 0.04;

/**
 * Where taps lie behind the beats of a steady click. They are known but for whole intervals: of those, the offset is the
 * one between a quarter interval early and three quarters late, since sound is heard late far more often than early.
 *
 * @param offsets Seconds from any beat to each tap.
 * @param interval Seconds from beat to beat.
 */
export function steadyTaps(offsets: readonly number[], interval: number): SteadyTaps | null {
  if (offsets.length === 0) return null;
  const middle = circularMean(offsets, interval);
  // All to the same beat, or taps about half an interval late would lie on both sides.
  const near = offsets.map((offset) => middle + wrap(offset - middle, -interval / 2, interval));
  const centre = median(near);
  const limit = Math.max(TOLERANCE, OUTLIER * deviation(near, centre));
  const steady = near.filter((offset) => Math.abs(offset - centre) <= limit);
  const found = median(steady);
  return {
    count: steady.length,
    offset: wrap(found, -interval / 4, interval),
    spread: deviation(steady, found),
  };
}

/** The middle of directions on a circle: a mean that does not mind where one interval ends and the next begins. */
function circularMean(offsets: readonly number[], interval: number): number {
  const turn = (2 * Math.PI) / interval;
  const x = offsets.reduce((sum, offset) => sum + Math.cos(offset * turn), 0);
  const y = offsets.reduce((sum, offset) => sum + Math.sin(offset * turn), 0);
  return Math.atan2(y, x) / turn;
}

/** The same place on a circle, from `least` on. */
function wrap(value: number, least: number, interval: number): number {
  return value - Math.floor((value - least) / interval) * interval;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

function deviation(values: readonly number[], from: number): number {
  return median(values.map((value) => Math.abs(value - from)));
}

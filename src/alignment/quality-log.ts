import type { TimeQuality, TimeReason } from './time-quality.js';

/** Keeps what was found wrong with times, and how much of them is guessed. */
export interface QualityLog {
  report(reason: TimeReason): void;
  has(reason: TimeReason): boolean;
  /** So many UTF-16 units more have times, guessed or not. */
  count(units: number, guessed: boolean): void;
  /** What that makes. The same object while it says the same. */
  readonly quality: TimeQuality;
}

export function createQualityLog(): QualityLog {
  const reasons = new Set<TimeReason>();
  let known = 0;
  let guessed = 0;
  let quality: TimeQuality = { level: 'none', reasons: ['no-times'] };

  function level(): TimeQuality['level'] {
    if (known === 0) return 'none';
    if (guessed > known / 2) return 'estimated';
    return reasons.size > 0 ? 'repaired' : 'exact';
  }

  return {
    report: (reason) => reasons.add(reason),
    has: (reason) => reasons.has(reason),
    count(units, isGuess) {
      known += units;
      if (isGuess) guessed += units;
    },
    get quality() {
      const told = known === 0 ? new Set<TimeReason>(['no-times', ...reasons]) : reasons;
      if (quality.level !== level() || quality.reasons.length !== told.size)
        quality = { level: level(), reasons: [...told] };
      return quality;
    },
  };
}

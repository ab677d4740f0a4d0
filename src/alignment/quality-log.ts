import type { TimeQuality, TimeReason } from './time-quality.js';

/** Keeps what was found wrong with times, and how much of them is guessed. */
export interface QualityLog {
  report(reason: TimeReason): void;
  has(reason: TimeReason): boolean;
  /** What was said of times before: they are no better than that, whatever becomes of them. */
  floor(quality: TimeQuality): void;
  /** So many UTF-16 units more have times, guessed or not. */
  count(units: number, guessed: boolean): void;
  /** So many will never have any. */
  lack(units: number): void;
  /** What that makes. The same object while it says the same. */
  readonly quality: TimeQuality;
}

const LEVELS: readonly TimeQuality['level'][] = ['exact', 'repaired', 'estimated', 'none'];

export function createQualityLog(): QualityLog {
  const reasons = new Set<TimeReason>();
  let known = 0;
  let guessed = 0;
  let lacking = 0;
  let least = 0;
  let quality: TimeQuality = { level: 'none', reasons: ['no-times'] };

  function level(): TimeQuality['level'] {
    if (known === 0) return 'none';
    const isMostlyGuessed = guessed + lacking > (known + lacking) / 2;
    return LEVELS[Math.max(least, isMostlyGuessed ? 2 : reasons.size > 0 ? 1 : 0)] ?? 'none';
  }

  return {
    report: (reason) => reasons.add(reason),
    has: (reason) => reasons.has(reason),
    floor({ level, reasons: before }) {
      // Times that are here are at worst guessed.
      least = Math.max(least, Math.min(2, LEVELS.indexOf(level)));
      for (const reason of before) reasons.add(reason);
    },
    count(units, isGuess) {
      known += units;
      if (isGuess) guessed += units;
    },
    lack(units) {
      lacking += units;
    },
    get quality() {
      const told = known === 0 ? new Set<TimeReason>(['no-times', ...reasons]) : reasons;
      const now = level();
      if (quality.level !== now || quality.reasons.length !== told.size) quality = { level: now, reasons: [...told] };
      return quality;
    },
  };
}

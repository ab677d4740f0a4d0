import { createColumn } from '../alignment/column.js';
import type { Pace } from './pace.js';

/**
 * The pace by which each gap is guessed. As soon as something behind a gap is bought, its guess stays as it is: a later
 * one would move what was heard there.
 */
export interface GapPaces {
  /** Something that begins at an offset is bought: what lies before it keeps the pace of now. */
  fix(offset: number): void;
  /** Seconds of text between two offsets that nobody bought. */
  seconds(start: number, end: number): number;
}

export function createGapPaces(pace: Pace): GapPaces {
  /** Where fixed stretches end, and the pace of each. */
  const ends = createColumn(Int32Array);
  const paces = createColumn(Float64Array);
  const fixedUntil = (): number => ends.values[ends.count - 1] ?? 0;
  return {
    fix(offset) {
      if (offset <= fixedUntil()) return;
      if (ends.count === 0) {
        ends.push(0);
        paces.push(0);
      }
      ends.push(offset);
      paces.push(pace.secondsPerUnit);
    },
    seconds(start, end) {
      let seconds = 0;
      let at = start;
      for (let i = Math.max(0, ends.lastAtOrBelow(start)) + 1; i < ends.count && at < end; i++) {
        const until = Math.min(end, ends.values[i] ?? end);
        seconds += Math.max(0, until - at) * (paces.values[i] ?? 0);
        at = Math.max(at, until);
      }
      return seconds + Math.max(0, end - at) * pace.secondsPerUnit;
    },
  };
}

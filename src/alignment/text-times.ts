import type { TimeQuality } from './time-quality.js';
import type { Times } from './time-track.js';

/**
 * When the characters of a text sound, as far as that is known: from its beginning on. Never changes. Characters come in
 * elements, as a rule a code point each, that share one time. Offsets are UTF-16 units of the text that was sent; times are seconds.
 */
export interface TextTimes {
  readonly quality: TimeQuality;
  /** Offset behind the last character whose time is known. */
  readonly knownUntil: number;
  /** When the element that holds a character starts, or null where that is not known. */
  startAt(offset: number): number | null;
  /** When it ends. */
  endAt(offset: number): number | null;
  /** Where the element that holds a character begins; the offset itself where none is known. */
  elementStart(offset: number): number;
  /** Where it ends; the offset itself where none is known. */
  elementEnd(offset: number): number;
  /** Offset behind the last element that started at or before a time; 0 before the first. */
  startedUntil(time: number): number;
}

/** The times of a track as they are now, whatever it takes later. */
export function timesNow(track: Times): TextTimes {
  const { count, quality, limit, knownUntil, endTime } = track;
  const elementAt = (offset: number): number => (offset < knownUntil ? track.elementAt(offset) : -1);
  const behind = (element: number): number => (element + 1 < count ? track.offset(element + 1) : knownUntil);
  return {
    quality,
    knownUntil,
    startAt(offset) {
      const element = elementAt(offset);
      return element < 0 ? null : Math.min(limit, track.starts[element] ?? 0);
    },
    endAt(offset) {
      const element = elementAt(offset);
      if (element < 0) return null;
      // The end of the last may be another later, but not here.
      return Math.min(limit, element + 1 < count ? track.endOf(element) : endTime);
    },
    elementStart(offset) {
      const element = elementAt(offset);
      return element < 0 ? offset : track.offset(element);
    },
    elementEnd(offset) {
      const element = elementAt(offset);
      return element < 0 ? offset : behind(element);
    },
    startedUntil(time) {
      const element = time >= limit ? count - 1 : Math.min(track.elementStartedBy(time), count - 1);
      return element < 0 ? 0 : behind(element);
    },
  };
}

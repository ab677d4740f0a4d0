import { createColumn } from './column.js';

/** The aligned elements of a text in order, as columns: 12 bytes each, and 12 more where one ends before the next starts. */
export interface TimeColumns {
  readonly count: number;
  /** Seconds at which each element starts; the first `count` are valid, and never fall. */
  readonly starts: Float64Array;
  /** UTF-16 offset behind the last element. */
  readonly knownUntil: number;
  /** Seconds at which the last element ends. */
  readonly endTime: number;
  offset(element: number): number;
  /** Seconds at which an element ends. O(log n) of the elements with a gap behind them. */
  endOf(element: number): number;
  /** The element that holds a character, or -1 where there is none. O(log n). */
  elementAt(offset: number): number;
  /** The last element that started at or before a time, or -1. O(log n). */
  elementStartedBy(time: number): number;
  /** Adds an element of `length` UTF-16 units. Times are taken up to what keeps them from falling. */
  push(length: number, start: number, end: number): void;
  /** Says anew when the last element ends. */
  amendEnd(end: number): void;
}

export function createTimeColumns(): TimeColumns {
  const starts = createColumn(Float64Array);
  const offsets = createColumn(Int32Array);
  const gaps = createColumn(Int32Array);
  const gapEnds = createColumn(Float64Array);
  let knownUntil = 0;
  let endTime = 0;
  return {
    get count() {
      return starts.count;
    },
    get starts() {
      return starts.values;
    },
    get knownUntil() {
      return knownUntil;
    },
    get endTime() {
      return endTime;
    },
    offset: (element) => (element < starts.count ? (offsets.values[element] ?? knownUntil) : knownUntil),
    endOf(element) {
      if (element + 1 >= starts.count) return endTime;
      const gap = gaps.lastAtOrBelow(element);
      const own = gap >= 0 && gaps.values[gap] === element ? gapEnds.values[gap] : undefined;
      return own ?? starts.values[element + 1] ?? endTime;
    },
    elementAt: (offset) => (offset < 0 || offset >= knownUntil ? -1 : offsets.lastAtOrBelow(offset)),
    elementStartedBy: (time) => starts.lastAtOrBelow(time),
    push(length, start, end) {
      const before = starts.values[starts.count - 1] ?? 0;
      const from = Math.max(start, before);
      if (starts.count > 0 && from !== endTime) {
        gaps.push(starts.count - 1);
        gapEnds.push(endTime);
      }
      starts.push(from);
      offsets.push(knownUntil);
      knownUntil += length;
      endTime = Math.max(from, end);
    },
    amendEnd(end) {
      endTime = Math.max(starts.values[starts.count - 1] ?? 0, end);
    },
  };
}

import { createColumn } from './column.js';

/** Stretches of a text in reading order, as columns of UTF-16 offsets: an object each only where one is asked for. */
export interface SpanList {
  readonly count: number;
  start(index: number): number;
  end(index: number): number;
  /** The last span that starts at or before an offset, or -1. O(log n). */
  indexAt(offset: number): number;
  add(start: number, end: number): void;
}

export function createSpanList(): SpanList {
  const starts = createColumn(Int32Array);
  const ends = createColumn(Int32Array);
  return {
    get count() {
      return starts.count;
    },
    start: (index) => starts.values[index] ?? -1,
    end: (index) => ends.values[index] ?? -1,
    indexAt: (offset) => starts.lastAtOrBelow(offset),
    add(start, end) {
      starts.push(start);
      ends.push(end);
    },
  };
}

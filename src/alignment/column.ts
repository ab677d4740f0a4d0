type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** A typed array that grows by push, with the one search that timelines need. */
export interface Column<T extends Numbers> {
  readonly count: number;
  /** The first `count` are valid. Replaced when it grows: do not keep it. */
  readonly values: T;
  push(value: number): void;
  /** The last index whose value is at or below `value`, in a column that never falls, or -1. O(log n). */
  lastAtOrBelow(value: number): number;
}

export function createColumn<T extends Numbers>(Kind: { new (length: number): T }): Column<T> {
  let values = new Kind(256);
  let count = 0;
  return {
    get count() {
      return count;
    },
    get values() {
      return values;
    },
    push(value) {
      if (count === values.length) {
        const larger = new Kind(count * 2);
        larger.set(values);
        values = larger;
      }
      values[count++] = value;
    },
    lastAtOrBelow(value) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((values[middle] ?? 0) <= value) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
  };
}

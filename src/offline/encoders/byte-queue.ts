/** Bytes that come in some sizes and leave in others, in order. */
export interface ByteQueue {
  size(): number;
  push(bytes: Uint8Array): void;
  /** The first `count` bytes, or all where there are fewer. */
  take(count: number): Uint8Array<ArrayBuffer>;
}

/** An empty queue. */
export function createByteQueue(): ByteQueue {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (count: number): Uint8Array<ArrayBuffer> => {
    const taken = new Uint8Array(Math.min(count, size));
    let filled = 0;
    let used = 0;
    while (filled < taken.length) {
      const part = parts[used];
      if (!part) break;
      const wanted = part.subarray(0, taken.length - filled);
      taken.set(wanted, filled);
      filled += wanted.length;
      if (wanted.length < part.length) parts[used] = part.subarray(wanted.length);
      else used++;
    }
    parts = parts.slice(used);
    size -= taken.length;
    return taken;
  };
  return {
    size: () => size,
    push(bytes) {
      if (bytes.length === 0) return;
      parts.push(bytes);
      size += bytes.length;
    },
    take,
  };
}

/** Received bytes. Long ones are sealed into Blobs, which browsers keep out of the heap and may move to disk. */
export interface ByteStore {
  readonly length: number;
  append(bytes: Uint8Array): void;
  /** Bytes from `from` up to `to`, both within the length. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

const SEAL = 1 << 20;

interface Chunk {
  readonly from: number;
  readonly data: Uint8Array<ArrayBuffer> | Blob;
}

export function createByteStore(): ByteStore {
  const chunks: Chunk[] = [];
  let length = 0;
  let sealed = 0;

  function seal(): void {
    const open = chunks.splice(sealed);
    const from = open[0]?.from ?? length;
    chunks.push({ from, data: new Blob(open.map((chunk) => chunk.data)) });
    sealed = chunks.length;
  }

  function chunkAt(offset: number): number {
    let low = 0;
    let high = chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((chunks[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  return {
    get length() {
      return length;
    },
    append(bytes) {
      if (bytes.length === 0) return;
      // A copy: the caller's bytes may be a view of a buffer that it uses again.
      chunks.push({ from: length, data: new Uint8Array(bytes) });
      length += bytes.length;
      if (length - (chunks[sealed]?.from ?? length) >= SEAL) seal();
    },
    async read(from, to) {
      const joined = new Uint8Array(to - from);
      const first = chunkAt(from);
      const pieces = chunks.slice(first, chunkAt(to - 1) + 1).map(async ({ from: start, data }) => {
        const low = Math.max(0, from - start);
        const high = to - start;
        const piece =
          data instanceof Blob ? new Uint8Array(await data.slice(low, high).arrayBuffer()) : data.subarray(low, high);
        joined.set(piece, start + low - from);
      });
      await Promise.all(pieces);
      return joined;
    },
  };
}

/** Bytes that are made as they are asked for. */
export interface ByteSource {
  /** The next bytes, or null at the end. Rejects with a StreamError where the stream breaks. One call at a time. */
  next(): Promise<Uint8Array | null>;
  /** Ends it early. */
  cancel(reason?: unknown): void;
}

/** Speech that has begun: what its answer says, and its bytes. */
export interface SpeechAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Null where the answer has no body. */
  readonly source: ByteSource | null;
}

/** A source of bytes that are there already, in pieces that a slow reader can take one by one. */
export function sourceOf(bytes: Uint8Array, piece = 64 * 1024): ByteSource {
  let at = 0;
  return {
    async next() {
      if (at >= bytes.length) return null;
      const from = at;
      at = Math.min(bytes.length, from + piece);
      return bytes.subarray(from, at);
    },
    cancel() {
      at = bytes.length;
    },
  };
}

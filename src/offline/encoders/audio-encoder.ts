/** Encodes one stream of sound piece by piece, without gaps between the pieces. */
export interface AudioEncoder {
  readonly contentType: string;
  readonly sampleRate: number;
  /** Of the encoded stream, constant. */
  readonly bytesPerSecond: number;
  /** The bytes that are ready; an encoder may hold some samples back. The returned array belongs to the caller. */
  encode(samples: Float32Array): Uint8Array;
  /** The bytes that were held back. */
  finish(): Uint8Array;
}

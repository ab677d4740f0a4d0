import type { AudioError } from '../errors.js';

/** The sound of one request: PCM that grows as bytes arrive, decoded only where it is read. Frames are counted from its first audible sample. */
export interface PcmPart {
  readonly id: string;
  /** Samples a second of this part; what was declared, until the bytes say otherwise. */
  readonly sampleRate: number;
  /** How many frames can be read now, and whether that is all there will ever be. */
  frames(): { ready: number; final: boolean };
  /**
   * Samples of `count` frames from frame `from`, mono, -1 to 1. Both must be within what is ready.
   * @throws AudioError where the bytes cannot be decoded, the signal's reason on abort.
   */
  read(from: number, count: number, signal: AbortSignal): Promise<Float32Array<ArrayBuffer>>;
  /** The bytes as they were received, for keeping and for download; missing where the sound did not come as bytes. */
  received?(): Promise<Uint8Array<ArrayBuffer>>;
  /** Calls back with samples that somebody read, and their first frame: for who looks on, without reading. Returns how to stop. */
  onRead?(listener: (from: number, samples: Float32Array) => void): () => void;
  /** Calls back when more is ready. Returns how to stop. */
  onGrow(listener: () => void): () => void;
}

/** A part, and the bytes that it is made of. */
export interface ReceivedPart extends PcmPart {
  /** Bytes received so far. */
  readonly byteLength: number;
  received(): Promise<Uint8Array<ArrayBuffer>>;
}

/** A part on the side that feeds it. */
export interface GrowingPart extends ReceivedPart {
  append(bytes: Uint8Array): void;
  /** No more bytes will come. Returns what is wrong with those that came, or null. */
  end(): AudioError | null;
}

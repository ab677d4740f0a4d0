/** What one format makes of the bytes of a part. It is told of every byte in order, and reads again those that it decodes. */
export interface SoundContent {
  /** What it takes the bytes for, as an error names it: 'MP3'. */
  readonly name: string;
  /** Samples a second; what was declared, until the bytes say otherwise. */
  readonly sampleRate: number;
  /** How many frames can be read, and those only the end makes certain too where it is `final`. Never fewer than before. */
  ready(final: boolean): number;
  /** Takes the next bytes, which are in the store already. */
  push(bytes: Uint8Array): void;
  /** No more bytes will come. */
  end(): void;
  /** Said after the end: what the bytes hold instead of sound ('no MP3 frame'), or null where they hold some. */
  fault(): string | null;
  /** Mono samples of `count` frames from frame `from`, both within what is ready. */
  read(from: number, count: number, signal: AbortSignal): Promise<Float32Array<ArrayBuffer>>;
}

import type { Alignment } from '../wire/alignment.js';
import type { OutputFormat } from '../wire/output-format.js';

/** A piece of an answer: sound, and times of characters that need not belong to that very sound. Times are absolute. */
export interface SpeechChunk {
  readonly audio: Uint8Array;
  readonly alignment: Alignment | null;
  readonly normalizedAlignment: Alignment | null;
}

/** An answer as it comes. `chunks` can be read once; leaving the loop early ends the request. */
export interface SpeechStream {
  readonly requestId: string | null;
  /** Credits that this cost, may be fractional; null where the relay exposes no `character-cost`. */
  readonly characterCost: number | null;
  readonly outputFormat: OutputFormat;
  /** Throws StreamError where the answer breaks; what came before it has been handed out by then. */
  readonly chunks: AsyncIterable<SpeechChunk>;
}

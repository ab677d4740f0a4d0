/** What an engine is asked to say. `sampleRate` in hertz; `speed` 0.7 to 1.2, 1 as written. */
export interface SpeakRequest {
  readonly text: string;
  readonly voiceId: string;
  readonly sampleRate: number;
  readonly speed?: number;
  /** Code points of the text, counted from 0, that take time and are not said: audio tags that the model performs. @default none */
  readonly unspoken?: ReadonlySet<number>;
  readonly signal: AbortSignal;
}

/** About one sentence of speech. Times are seconds from the start of the piece. */
export interface SpokenPiece {
  /** Mono, -1 to 1, at the rate that was asked for. The last end is their length. */
  readonly samples: Float32Array;
  /** One code point each. Joined over all pieces they are exactly the text. */
  readonly characters: readonly string[];
  /** When each character ends; the next one starts there, the first one at 0. Never falling. */
  readonly ends: readonly number[];
}

/** A voice that says when each character sounds. The last piece ends the speech; an abort ends it with the signal's reason. */
export interface SpeechEngine {
  speak(request: SpeakRequest): AsyncIterable<SpokenPiece>;
}

import type { SpeechAnswer } from '../byte-source.js';
import type { RunningStream } from './running-stream.js';

/** This relay is the one that buys. Others that ask meanwhile wait for what it publishes. */
export interface OwnTurn {
  readonly mine: true;
  /** The answer has begun, and others may have it too. `onUnwanted` is called when no relay elsewhere wants it any longer. */
  begin(answer: SpeechAnswer, running: RunningStream, onUnwanted: () => void): void;
  /** Whether relays elsewhere wait for it or read it, so that it goes on when the last reader here leaves. */
  isWanted(): boolean;
  /** It is over; call it after the answer was stored. */
  end(): void;
}

/** Another relay buys it. */
export interface OthersTurn {
  readonly mine: false;
  /** Its answer as it comes, or null where that relay gave up before it began. */
  readonly answer: Promise<SpeechAnswer | null>;
}

/** How relays on many machines agree who buys: `createRedisTurns`. */
export interface Turns {
  /** `signal` aborts when nobody here wants it any more. */
  take(key: string, signal: AbortSignal): Promise<OwnTurn | OthersTurn>;
}

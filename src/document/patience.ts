import { RelayError, StreamError } from '../errors.js';
import type { BoughtStream } from '../store/recording.js';
import { wait } from './wait.js';

/** Asks for speech until it is given, where a failure may pass and nothing was given for it. */
export interface Patience {
  /**
   * Asks, and asks again: after too many requests (429), a fault of the server (5xx), a network that did not answer. Waits as long as
   * `Retry-After` says, else longer each time. Rejects with what was thrown last, or with the signal's reason.
   */
  buy(ask: (signal: AbortSignal) => Promise<BoughtStream>, signal: AbortSignal): Promise<BoughtStream>;
  /** Seconds for which nothing more should be asked for: the API said that there is too much already. */
  restSeconds(): number;
}

export interface CreatePatienceOptions {
  /** How often the same is asked for again. */
  readonly retries: number;
  /** 0–1: so that many readers do not come back at the same moment. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Seconds before the first time that it is asked for again; each next is twice as long. */
const FIRST_WAIT = 0.5;
const LONGEST_WAIT = 20;

export function createPatience({ retries, random = Math.random }: CreatePatienceOptions): Patience {
  let restsUntil = 0;
  return {
    async buy(ask, signal) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await ask(signal);
        } catch (cause) {
          signal.throwIfAborted();
          if (attempt >= retries || !mayPass(cause)) throw cause;
          const seconds = secondsBefore(attempt, cause, random());
          if (cause instanceof RelayError && cause.status === 429)
            restsUntil = Math.max(restsUntil, Date.now() + seconds * 1000);
          await wait(seconds, signal);
        }
      }
    },
    restSeconds: () => Math.max(0, (restsUntil - Date.now()) / 1000),
  };
}

/** Whether asking again may help. What nobody foresaw is not asked for again: it may have been paid for. */
function mayPass(cause: unknown): boolean {
  if (cause instanceof RelayError) {
    return cause.status === null ? cause.code === 'relay_unreachable' : cause.status === 429 || cause.status >= 500;
  }
  return cause instanceof StreamError;
}

/** Seconds to wait before the next attempt, counted from 0. `chance` is 0–1. */
export function secondsBefore(attempt: number, cause: unknown, chance: number): number {
  const wished = cause instanceof RelayError ? cause.retryAfter : null;
  const usual = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
  // Never sooner than was asked for; spread, so that those who failed together do not come back together.
  return wished === null ? usual * (0.5 + chance) : wished + usual * chance;
}

import { RelayError, StreamError } from '../errors.js';
import type { BoughtStream, Recipe } from '../store/recording.js';
import { wait } from './wait.js';

/** How often, and when, speech is asked for that was not given: a failure may pass, and nothing was paid for it. */
export interface Patience {
  /** Attempts at one thing, however it fails. */
  attempts(): Attempts;
  /** Seconds for which nothing more should be asked for: the API said that there is too much already. */
  restSeconds(): number;
  /** Attempts at one thing that is asked for once. */
  buy: Attempts['buy'];
}

/** The attempts at one thing. All kinds of failure count together. */
export interface Attempts {
  /**
   * Asks, and asks again: after too many requests (429), a fault of the server (5xx), a network that did not answer. Waits as long as
   * `Retry-After` says, else longer each time, and never asks while the API wants to be left alone. Rejects with what was thrown last,
   * or with the signal's reason.
   */
  buy(ask: Recipe['buy'], signal: AbortSignal): Promise<BoughtStream>;
  /** Seconds to wait before it is asked for again, when what was given broke; null where it is not to be. Counts as an attempt. */
  again(cause: unknown): number | null;
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
  const restSeconds = (): number => Math.max(0, (restsUntil - Date.now()) / 1000);

  async function untilRested(signal: AbortSignal): Promise<void> {
    // Another refusal may have come meanwhile; spread, so that those who waited together do not come back together.
    for (let rest = restSeconds(); rest > 0; rest = restSeconds()) await wait(rest + FIRST_WAIT * random(), signal);
  }

  function attempts(): Attempts {
    let used = 0;
    return {
      async buy(ask, signal) {
        for (;;) {
          await untilRested(signal);
          try {
            return await ask(signal);
          } catch (cause) {
            signal.throwIfAborted();
            const seconds = secondsBefore(used, cause, random());
            // Also where it is not asked for again: others would be refused as well.
            if (isTooMuch(cause)) restsUntil = Math.max(restsUntil, Date.now() + seconds * 1000);
            if (used >= retries || !mayPass(cause)) throw cause;
            used++;
            await wait(seconds, signal);
          }
        }
      },
      again(cause) {
        // Whatever else is the matter was asked for again before anything was given.
        if (!(cause instanceof StreamError) || used >= retries) return null;
        return Math.max(restSeconds(), secondsBefore(used++, cause, random()));
      },
    };
  }

  return { attempts, restSeconds, buy: (ask, signal) => attempts().buy(ask, signal) };
}

const isTooMuch = (cause: unknown): boolean => cause instanceof RelayError && cause.status === 429;

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

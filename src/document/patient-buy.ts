import { RelayError, StreamError } from '../errors.js';
import type { BoughtStream } from '../store/recording.js';

export interface PatientBuyOptions {
  /** How often it is asked for again. */
  readonly retries: number;
  readonly signal: AbortSignal;
  /** 0–1: so that many readers do not come back at the same moment. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Seconds before the first time that it is asked for again; each next is twice as long. */
const FIRST_WAIT = 0.5;
const LONGEST_WAIT = 20;

/**
 * Asks for speech until it is given, where a failure may pass and nothing was given for it: too many requests (429), a fault of the
 * server (5xx), a network that did not answer. Waits as long as `Retry-After` says, else longer each time, and never after an abort.
 */
export async function buyPatiently(
  buy: (signal: AbortSignal) => Promise<BoughtStream>,
  { retries, signal, random = Math.random }: PatientBuyOptions,
): Promise<BoughtStream> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await buy(signal);
    } catch (cause) {
      signal.throwIfAborted();
      if (attempt >= retries || !mayPass(cause)) throw cause;
      await wait(secondsBefore(attempt, cause, random()), signal);
    }
  }
}

/** Whether asking again may help. What nobody foresaw is not asked for again: it may have been paid for. */
export function mayPass(cause: unknown): boolean {
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

/** Resolves after some seconds; rejects with the signal's reason on abort. */
export function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    function done(): void {
      signal.removeEventListener('abort', leave);
      resolve();
    }
    function leave(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      reject(signal.reason);
    }
  });
}

import { refusal } from '../answer.js';
import { milliseconds } from '../milliseconds.js';
import type { Subject } from '../policy/authorize.js';
import type { Holder } from '../upstream-link.js';
import { createFairQueue, type FairQueue } from './fair-queue.js';

/** How many requests may be under way at the API at once, and how many may wait for their turn. */
export interface GateOptions {
  /** Calls for speech at once. @default what the API's `maximum-concurrent-requests` says, without limit until it did */
  most?: number;
  /** Calls that may wait. @default 32 */
  queue?: number;
  /** Seconds that a call may wait. @default 5 */
  wait?: number;
}

/** One that waits: `go` when its turn has come, `giveUp` when it waits no longer. */
interface Waiter {
  go(): void;
  giveUp(): void;
}

/** Lets as many calls for speech upstream as the plan allows; a few more wait, and subjects take turns. */
export interface Gate {
  /** Returns what ends the call, or the refusal of a queue that is full or too slow. Rejects with the holder's abort reason. */
  enter(subject: Subject, holder: Holder): Promise<(() => void) | Response>;
  /** Reads the plan's limit from an answer. */
  learn(headers: Headers): void;
}

/** A gate of one relay alone. */
export function createGate({ most, queue = 32, wait = 5 }: GateOptions = {}): Gate {
  const waiting = createFairQueue<Waiter>();
  let limit = most ?? Number.POSITIVE_INFINITY;
  let running = 0;

  /** Takes a place, and returns what leaves it once. */
  function take(): () => void {
    running++;
    let leave = () => {
      leave = () => {};
      running--;
      while (running < limit && waiting.size > 0) waiting.next()?.go();
    };
    return () => leave();
  }

  return {
    async enter(subject, holder) {
      holder.signal.throwIfAborted();
      if (running < limit) return take();
      if (waiting.size >= queue) {
        // Or one subject could fill the queue, and shut out all others.
        const last = waiting.makeRoom(subject);
        if (!last) return busy(wait);
        last.giveUp();
      }
      const isMyTurn = await standInLine(waiting, subject, holder, wait, take);
      return isMyTurn ?? busy(wait);
    },
    learn(headers) {
      const said = Number(headers.get('maximum-concurrent-requests') ?? Number.NaN);
      if (most === undefined && Number.isInteger(said) && said > 0) limit = said;
    },
  };
}

/** Waits for a turn, and takes its place in the same moment; null where the wait was too long. */
function standInLine(
  waiting: FairQueue<Waiter>,
  subject: Subject,
  { signal }: Holder,
  wait: number,
  take: () => () => void,
): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onGone);
      leaveLine();
    };
    const onGone = () => {
      settle();
      reject(signal.reason);
    };
    const giveUp = () => {
      settle();
      resolve(null);
    };
    const timer = setTimeout(giveUp, milliseconds(wait));
    const go = () => {
      settle();
      resolve(take());
    };
    const leaveLine = waiting.add(subject, { go, giveUp });
    signal.addEventListener('abort', onGone, { once: true });
  });
}

function busy(wait: number): Response {
  return refusal(
    429,
    'too_many_concurrent_requests',
    'As much is being spoken as the plan of this relay allows, so this was not sent on. Try again in a moment.',
    { 'retry-after': String(Math.max(1, Math.ceil(wait))) },
  );
}

import { refusal } from '../answer.js';
import type { Subject } from '../policy/authorize.js';
import type { Holder } from '../upstream-link.js';

export interface GateOptions {
  /** Calls for speech at once. @default what the API's `maximum-concurrent-requests` says, without limit until it did */
  most?: number;
  /** Calls that may wait. @default 32 */
  queue?: number;
  /** Seconds that a call may wait. @default 5 */
  wait?: number;
}

/** Lets as many calls for speech upstream as the plan allows; a few more wait, and subjects take turns. */
export interface Gate {
  /** Returns what ends the call, or the refusal of a queue that is full or too slow. Rejects with the holder's abort reason. */
  enter(subject: Subject, holder: Holder): Promise<(() => void) | Response>;
  /** Reads the plan's limit from an answer. */
  learn(headers: Headers): void;
}

interface Waiting {
  open(): void;
}

/** A gate of one relay alone. */
export function createGate({ most, queue = 32, wait = 5 }: GateOptions = {}): Gate {
  const lines = new Map<Subject, Waiting[]>();
  let limit = most ?? Number.POSITIVE_INFINITY;
  let running = 0;
  let waiting = 0;

  function leave(): void {
    running--;
    while (running < limit && waiting > 0) openNext();
  }

  /** The first of the subject whose turn it is; that subject then stands behind all others. */
  function openNext(): void {
    const [subject, line] = lines.entries().next().value ?? [];
    if (subject === undefined || !line) return;
    const first = line.shift();
    lines.delete(subject);
    if (line.length > 0) lines.set(subject, line);
    waiting--;
    running++;
    first?.open();
  }

  function once(): () => void {
    let end = () => {
      end = () => {};
      leave();
    };
    return () => end();
  }

  function standInLine(subject: Subject, { signal }: Holder): Promise<(() => void) | Response> {
    return new Promise((resolve, reject) => {
      const line = lines.get(subject) ?? [];
      const place: Waiting = {
        open() {
          settle();
          resolve(once());
        },
      };
      const giveUp = () => {
        settle();
        line.splice(line.indexOf(place), 1);
        if (line.length === 0) lines.delete(subject);
        waiting--;
      };
      const onGone = () => {
        giveUp();
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        giveUp();
        resolve(busy(wait));
      }, wait * 1000);
      const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onGone);
      };
      signal.addEventListener('abort', onGone, { once: true });
      line.push(place);
      lines.set(subject, line);
      waiting++;
    });
  }

  return {
    async enter(subject, holder) {
      holder.signal.throwIfAborted();
      if (running < limit) {
        running++;
        return once();
      }
      return waiting >= queue ? busy(wait) : standInLine(subject, holder);
    },
    learn(headers) {
      const said = Number(headers.get('maximum-concurrent-requests') ?? Number.NaN);
      if (most === undefined && Number.isInteger(said) && said > 0) limit = said;
    },
  };
}

function busy(wait: number): Response {
  return refusal(
    429,
    'too_many_concurrent_requests',
    'As much is being spoken as the plan of this relay allows, so this was not sent on. Try again in a moment.',
    { 'retry-after': String(Math.max(1, Math.ceil(wait))) },
  );
}

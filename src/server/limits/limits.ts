import { refusal } from '../answer.js';
import type { Subject } from '../policy/authorize.js';
import { within } from '../within.js';
import type { StreamSlots } from './stream-slots.js';

/** A limiter of rate-limiter-flexible (`RateLimiterMemory`, `RateLimiterRedis`, …), or anything that consumes points as it does. */
export interface PointLimiter {
  /** Points in one period. */
  readonly points: number;
  /** Rejects with an object that has `msBeforeNext` where the points are spent, and with an Error where its store fails. */
  consume(key: string, points?: number): Promise<unknown>;
  /** Gives points back. */
  reward(key: string, points?: number): Promise<unknown>;
}

/** What one subject may use. */
export interface Limits {
  /** A point a request, voices included. */
  requests?: PointLimiter;
  /** A point a Unicode code point that is bought. What sharing saves and what the API refuses is given back. */
  characters?: PointLimiter;
  /** Answers of speech that a subject may be reading at once: `createStreamSlots` or `createRedisStreamSlots`. */
  streams?: StreamSlots;
  /** What happens where a limit's store cannot be asked: no speech (503), or speech without that limit. @default 'refuse' */
  whenUnreachable?: 'refuse' | 'allow';
  /** Seconds to wait for a limit's store. @default 2 */
  patience?: number;
}

/** What was taken from the limits for one call. */
export interface Admission {
  /** The stream has ended. */
  end(): void;
  /** Nothing was bought. */
  giveBack(): void;
}

/** Takes what a call needs from the limits of its subject, or answers which of them is exceeded, and for how long. */
export function createLimiter({ requests, characters, streams, ...options }: Limits) {
  const { whenUnreachable = 'refuse', patience = 2 } = options;

  async function points(limiter: PointLimiter | undefined, what: string, subject: Subject, count: number) {
    if (!limiter || count === 0) return null;
    if (count > limiter.points) return exceeded(what, limiter.points, null);
    try {
      await within(patience, limiter.consume(subject, count));
      return null;
    } catch (reason) {
      const wait = waitOf(reason);
      if (wait === null) return whenUnreachable === 'allow' ? null : unreachable();
      // Such limiters also count what they refuse, and a short text shall not wait for a long one that was never spoken.
      if (count > 1) limiter.reward(subject, count).catch(() => {});
      return exceeded(what, limiter.points, wait);
    }
  }

  async function slot(subject: Subject): Promise<(() => void) | Response> {
    if (!streams) return () => {};
    try {
      const taking = streams.take(subject);
      const free = await within(patience, taking, () => void taking.then((late) => late?.()).catch(() => {}));
      return free ?? exceeded('streams at once', streams.most, 1);
    } catch {
      return whenUnreachable === 'allow' ? () => {} : unreachable();
    }
  }

  return {
    /** For each request, before anything of it is read. */
    request: (subject: Subject) => points(requests, 'requests', subject, 1),

    /** For each call for speech, once it is checked. */
    async speech(subject: Subject, count: number): Promise<Admission | Response> {
      const end = await slot(subject);
      if (end instanceof Response) return end;
      const refused = await points(characters, 'characters', subject, count);
      if (refused) end();
      if (refused) return refused;
      const giveBack = () => void characters?.reward(subject, count).catch(() => {});
      return { end, giveBack: count > 0 ? giveBack : () => {} };
    },
  };
}

function waitOf(reason: unknown): number | null {
  if (reason instanceof Error || typeof reason !== 'object' || reason === null) return null;
  if (!('msBeforeNext' in reason) || typeof reason.msBeforeNext !== 'number') return null;
  return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
}

function exceeded(what: string, most: number, wait: number | null): Response {
  const code = `${what.split(' ', 1).join('')}_limit_exceeded`;
  // More than a whole period holds: no waiting helps.
  if (wait === null) return refusal(400, code, `This takes more ${what} than the ${most} allowed here. Send less.`);
  return refusal(
    429,
    code,
    `You have used up the ${most} ${what} that this relay allows you. Ask again in ${wait} s, or ask its operator for more.`,
    { 'retry-after': String(wait) },
  );
}

function unreachable(): Response {
  return refusal(
    503,
    'limits_unreachable',
    'The relay cannot see how much you have used, so it speaks nothing. Try again in a moment; its operator should check the store of its limits.',
    { 'retry-after': '5' },
  );
}

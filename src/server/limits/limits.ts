import { refusal } from '../answer.js';
import type { Subject } from '../policy/authorize.js';
import { within } from '../within.js';
import type { StreamSlots } from './stream-slots.js';

/** A limiter of rate-limiter-flexible (`RateLimiterMemory`, `RateLimiterRedis`, …), or anything that consumes points as it does. */
export interface PointLimiter {
  /** Points in one period. */
  readonly points: number;
  /**
   * Resolves to, or where the points are spent rejects with, an object whose `msBeforeNext` says when the period ends; rejects with
   * an Error where its store fails.
   */
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

  /** Takes points, and returns what gives them back. */
  async function points(
    limiter: PointLimiter | undefined,
    what: string,
    subject: Subject,
    count: number,
  ): Promise<(() => void) | Response> {
    if (!limiter || count === 0) return () => {};
    if (count > limiter.points) return exceeded(what, limiter.points, null);
    try {
      const taken = await within(patience, limiter.consume(subject, count));
      return returnOf(limiter, subject, count, millisecondsLeft(taken));
    } catch (reason) {
      const left = reason instanceof Error ? null : millisecondsLeft(reason);
      if (left === null) return whenUnreachable === 'allow' ? () => {} : unreachable();
      // Such limiters also count what they refuse, and a short text shall not wait for a long one that was never spoken.
      if (count > 1) limiter.reward(subject, count).catch(() => {});
      return exceeded(what, limiter.points, Math.max(1, Math.ceil(left / 1000)));
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
    async request(subject: Subject): Promise<Response | null> {
      const taken = await points(requests, 'requests', subject, 1);
      return taken instanceof Response ? taken : null;
    },

    /** For each call for speech, once it is checked. */
    async speech(subject: Subject, count: number): Promise<Admission | Response> {
      const end = await slot(subject);
      if (end instanceof Response) return end;
      const giveBack = await points(characters, 'characters', subject, count);
      if (!(giveBack instanceof Response)) return { end, giveBack };
      end();
      return giveBack;
    },
  };
}

/** Gives points back, as long as their period lasts: in the next one nothing was taken, and they would be a present. */
function returnOf(limiter: PointLimiter, subject: Subject, count: number, left: number | null): () => void {
  const until = performance.now() + (left ?? Number.POSITIVE_INFINITY);
  return () => {
    if (performance.now() < until) limiter.reward(subject, count).catch(() => {});
  };
}

/** Until the period ends, as such limiters tell it. */
function millisecondsLeft(told: unknown): number | null {
  if (typeof told !== 'object' || told === null || !('msBeforeNext' in told)) return null;
  if (typeof told.msBeforeNext !== 'number') return null;
  // Limiters without a period say -1.
  return told.msBeforeNext < 0 ? Number.POSITIVE_INFINITY : told.msBeforeNext;
}

function exceeded(what: string, most: number, wait: number | null): Response {
  const code = `${what.split(' ', 1).join('')}_limit_exceeded`;
  // More than a whole period holds: no waiting helps.
  if (wait === null) return refusal(400, code, `This takes more ${what} than the ${most} allowed here. Send less.`);
  if (wait === Number.POSITIVE_INFINITY) {
    return refusal(
      429,
      code,
      `You have used up the ${most} ${what} that this relay allows you. Ask its operator for more.`,
    );
  }
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

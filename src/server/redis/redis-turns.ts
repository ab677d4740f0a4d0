import type { Turns } from '../sharing/turn.js';
import { within } from '../within.js';
import { followTurn } from './follow-turn.js';
import { holdTurn } from './hold-turn.js';
import type { RedisClient, RunScript } from './redis-client.js';
import { TAKE } from './redis-turn-scripts.js';

export interface RedisTurnsOptions {
  /** Before each name in Redis. @default 'readalong:turns:' */
  prefix?: string;
  /** Seconds after which the purchase of a relay that died is free again. @default 10 */
  lease?: number;
  /** Seconds between two questions of a relay that waits for another. @default 0.1 */
  every?: number;
  /** Seconds to wait for Redis before a relay buys for itself. @default 2 */
  patience?: number;
}

/**
 * Turns by Redis: relays on many machines buy identical speech once, and those that did not buy hear it as it comes. Where Redis
 * cannot be asked each buys for itself.
 */
export function createRedisTurns(redis: RedisClient, options: RedisTurnsOptions = {}): Turns {
  const { prefix = 'readalong:turns:', lease = 10, every = 0.1, patience = 2 } = options;
  return {
    async take(key, signal) {
      const id = crypto.randomUUID();
      // In braces, so that a cluster keeps them together.
      const name = `${prefix}{${key}}`;
      const runFor = (owner: string): RunScript => {
        const keys = [name, `${name}:${owner}:waiters`, `${name}:${owner}:chunks`];
        return (script, ...values) => within(patience, redis.eval(script, 3, ...keys, owner, lease * 1000, ...values));
      };
      try {
        const owner = await runFor(id)(TAKE);
        if (owner === 1) return holdTurn(runFor(id), lease);
        return { mine: false, answer: followTurn(runFor(String(owner)), id, every, signal) };
      } catch {
        return { mine: true, begin() {}, isWanted: () => false, end() {} };
      }
    },
  };
}

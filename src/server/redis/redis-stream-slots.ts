import type { StreamSlots } from '../limits/stream-slots.js';
import type { RedisClient } from './redis-client.js';

/** By the clock of Redis, since the relays' own may differ. A slot that nobody renews is free again: its relay has died. */
const TAKE = `
local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;
const FREE = `return redis.call('ZREM', KEYS[1], ARGV[1])`;

/** Slots that relays on many machines share through Redis. What a relay that died had taken is free again after `lease` seconds. */
export function createRedisStreamSlots(
  redis: RedisClient,
  { most, prefix = 'readalong:streams:', lease = 30 }: { most: number; prefix?: string; lease?: number },
): StreamSlots {
  return {
    most,
    async take(subject) {
      const key = `${prefix}${subject}`;
      const id = crypto.randomUUID();
      const take = () => redis.eval(TAKE, 1, key, id, most, lease * 1000);
      if ((await take()) !== 1) return null;
      const renewal = setInterval(() => void take().catch(() => {}), (lease * 1000) / 3);
      return () => {
        clearInterval(renewal);
        redis.eval(FREE, 1, key, id).catch(() => {});
      };
    },
  };
}

/** Takes the lease of a purchase: 1, or the name of the relay that has it. KEYS: lease. ARGV: name, milliseconds. */
export const TAKE = `
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
return redis.call('GET', KEYS[1]) or ''`;

/** Renews the lease and counts who waits; -1 where it was lost. KEYS, as below: lease, waiters, chunks. ARGV: owner, milliseconds. */
export const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return -1 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[3], ARGV[2])
local now = redis.call('TIME')
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now[1] * 1000 + math.floor(now[2] / 1000))
return redis.call('ZCARD', KEYS[2])`;

/** What a buyer publishes. ARGV: owner, milliseconds, item. */
export const PUBLISH = `
redis.call('RPUSH', KEYS[3], ARGV[3])
redis.call('PEXPIRE', KEYS[3], ARGV[2])
return 1`;

/** Whether the buyer has its lease, and what it published from a place on; renews the waiter. ARGV: owner, milliseconds, waiter, place. */
export const FOLLOW = `
local now = redis.call('TIME')
redis.call('ZADD', KEYS[2], now[1] * 1000 + math.floor(now[2] / 1000) + ARGV[2], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
local items = redis.call('LRANGE', KEYS[3], ARGV[4], ARGV[4] + 31)
table.insert(items, 1, redis.call('GET', KEYS[1]) == ARGV[1] and '1' or '0')
return items`;

/** A waiter that leaves. ARGV: owner, milliseconds, waiter. */
export const LEAVE = `return redis.call('ZREM', KEYS[2], ARGV[3])`;

/** A buyer that has ended. What it published stays for those who still read it, until it expires. */
export const END = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`;

/** How a published stream ends, whole or not; no base64 begins so. */
export const ENDED = '.';
export const BROKEN = '!';

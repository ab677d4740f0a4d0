import { SpeechError } from '../errors.js';
import type { Limits, PointLimiter, RedisClient, ShareOptions } from '../server/index.js';
import { createRedisStreamSlots, createRedisTurns, createStreamSlots } from '../server/index.js';
import type { RelaySettings } from './relay-settings.js';

/** Limits and shared speech as the settings ask for, by packages that are loaded only for them. Throws a SpeechError that names one that is missing. */
export async function openRelayStores(settings: RelaySettings): Promise<{ limits: Limits; share?: ShareOptions }> {
  const redis = settings.redis === null ? null : await connectRedis(settings.redis);
  return { limits: await limitsFor(settings, redis), share: await shareFor(settings, redis) };
}

async function connectRedis(url: string): Promise<RedisClient> {
  const { Redis } = await load('ioredis', () => import('ioredis'));
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on('error', () => {
    // Told by each request that needed it.
  });
  return redis;
}

async function limitsFor(settings: RelaySettings, redis: RedisClient | null): Promise<Limits> {
  const { requestsPerMinute, charactersPerDay, streams } = settings;
  const most = streams ?? 0;
  return {
    requests: await limiter('requests', requestsPerMinute, 60, redis),
    characters: await limiter('characters', charactersPerDay, 24 * 3600, redis),
    ...(most > 0 && { streams: redis ? createRedisStreamSlots(redis, { most }) : createStreamSlots({ most }) }),
  };
}

async function limiter(
  name: string,
  points: number | null,
  duration: number,
  redis: RedisClient | null,
): Promise<PointLimiter | undefined> {
  if (points === null) return undefined;
  const { RateLimiterMemory, RateLimiterRedis } = await load(
    'rate-limiter-flexible',
    () => import('rate-limiter-flexible'),
  );
  const keyPrefix = `readalong:${name}`;
  return redis
    ? new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration })
    : new RateLimiterMemory({ keyPrefix, points, duration });
}

async function shareFor(
  { cache, redis: url }: RelaySettings,
  redis: RedisClient | null,
): Promise<ShareOptions | undefined> {
  if (cache === null) return undefined;
  const turns = redis ? createRedisTurns(redis) : undefined;
  if (cache === 'memory') return { turns };
  const { createStorage } = await load('unstorage', () => import('unstorage'));
  if (cache === 'redis' && url !== null) {
    const { default: driver } = await import('unstorage/drivers/redis');
    return {
      turns,
      storage: createStorage({ driver: driver({ url, base: 'readalong:speech', maxRetriesPerRequest: 1 }) }),
    };
  }
  const { default: driver } = await import('unstorage/drivers/fs');
  return { turns, storage: createStorage({ driver: driver({ base: cache }) }) };
}

async function load<T>(name: string, importIt: () => Promise<T>): Promise<T> {
  try {
    return await importIt();
  } catch (cause) {
    throw new SpeechError(
      `The package "${name}" is not installed, and what the environment asks of the relay needs it. Run \`npm install ${name}\`.`,
      { cause },
    );
  }
}

// One relay as a process of its own, from the build: limits and turns in Redis, storage in Redis or none. Its port goes to the parent.
import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createRedisStreamSlots, createRedisTurns, createRelayHandler, toNodeListener } from 'react-readalong/server';
import { createStorage } from 'unstorage';
import redisDriver from 'unstorage/drivers/redis';

/** @type {{ api: string, redis: number, requests: number, characters: number, streams: number, whenUnreachable: 'refuse' | 'allow' }} */
const settings = JSON.parse(process.argv[2] ?? '{}');
const redis = new Redis(settings.redis, '127.0.0.1', { maxRetriesPerRequest: 1, retryStrategy: () => 100 });
// Redis is killed in these tests, which is no fault of this process.
redis.on('error', () => {});
const driver = redisDriver({
  url: `redis://127.0.0.1:${settings.redis}`,
  base: 'speech',
  maxRetriesPerRequest: 1,
  retryStrategy: () => 100,
});
driver.getInstance?.().on('error', () => {});

/** @param {string} keyPrefix @param {number} points */
const limiter = (keyPrefix, points) => new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration: 600 });
const handler = createRelayHandler({
  apiKey: 'offline-key',
  baseUrl: settings.api,
  authorize: (request) => request.headers.get('x-user') ?? 'anybody',
  limits: {
    requests: limiter('requests', settings.requests),
    characters: limiter('characters', settings.characters),
    streams: createRedisStreamSlots(redis, { most: settings.streams, lease: 2 }),
    whenUnreachable: settings.whenUnreachable,
    patience: 5,
  },
  share: {
    storage: createStorage({ driver }),
    turns: createRedisTurns(redis, { lease: 2, patience: 5 }),
    patience: 5,
  },
});
const server = createServer(toNodeListener(handler)).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());

import { Redis } from 'ioredis';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import {
  createMemoryStorage,
  createRedisStreamSlots,
  createRedisTurns,
  createRelayHandler,
} from 'react-readalong/server';

/** Two relays that share a Redis: the same speech, asked of both at once, is bought by one. */
export default async function relaysOnManyMachines() {
  const redis = new Redis(process.env.REDIS_URL ?? '', { maxRetriesPerRequest: 1 });
  const storage = createMemoryStorage();
  let bought = 0;
  const upstream = createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant', onCall: () => bought++ });
  const relays = [1, 2].map(() =>
    createRelayHandler({
      apiKey: 'offline',
      fetch: upstream,
      authorize: () => 'reader-1',
      limits: { streams: createRedisStreamSlots(redis, { most: 3 }) },
      share: { storage, turns: createRedisTurns(redis) },
    }),
  );
  const ask = () =>
    new Request('https://example.org/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Bought once, on two machines.' }),
    });
  const answers = await Promise.all(relays.map(async (handle) => (await handle(ask())).arrayBuffer()));
  redis.disconnect();
  return `${answers.length} answers of ${answers[0]?.byteLength} bytes, ${bought} bought`;
}

import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createStreamSlots } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { bothClients, ENDPOINTS, sayWithRelay, sayWithSdk, TEXT } from './both-clients.js';

const limits = () => ({
  requests: new RateLimiterMemory({ points: 100, duration: 60 }),
  characters: new RateLimiterMemory({ points: 10_000, duration: 60 }),
  streams: createStreamSlots({ most: 4 }),
});

describe.each(ENDPOINTS)(
  'through a relay that shares and limits (stream $stream, timestamps $timestamps)',
  (endpoint) => {
    it('the official client hears what ours hears, bought once', async () => {
      const { sdk, relay, calls } = await bothClients({}, { share: {}, limits: limits() });
      const [first, second] = await Promise.all([
        sayWithSdk(sdk, { text: TEXT }, endpoint),
        sayWithRelay(relay, { text: TEXT, ...endpoint }),
      ]);
      const third = await sayWithSdk(sdk, { text: TEXT }, endpoint);
      expect(calls).toHaveLength(1);
      expect(first.audio.length).toBeGreaterThan(0);
      for (const other of [second, third]) expect(other.audio.equals(first.audio)).toBe(true);
      expect(third.alignments).toEqual(first.alignments);
    });
  },
);

it('the official client is told in its own way when a limit is reached', async () => {
  const few = { requests: new RateLimiterMemory({ points: 1, duration: 60 }) };
  const { sdk } = await bothClients({}, { limits: few });
  const say = () => sayWithSdk(sdk, { text: TEXT }, { stream: true, timestamps: true });
  await say();
  await expect(say()).rejects.toMatchObject({ statusCode: 429 });
});

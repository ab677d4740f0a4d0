import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createRelayMetrics, createStreamSlots, type PointLimiter, type RelayEvent } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { get, json, refusedFor, relayTo, speak } from './fake-api.js';

const path = '/v1/text-to-speech/abc/stream';
const sound = () => new Response('sound', { headers: { 'content-type': 'audio/mpeg' } });
const authorize = (request: Request) => request.headers.get('x-user') ?? 'anybody';
const as = (user: string, text = 'Hello') => speak(path, { text }, { headers: { 'x-user': user } });
/** Statuses of answers that are read to their end one after another. */
async function statusesOf(relay: (request: Request) => Promise<Response>, requests: Request[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const request of requests) {
    const answer = await relay(request);
    await answer.arrayBuffer();
    statuses.push(answer.status);
  }
  return statuses;
}

describe('a limit', () => {
  it('of requests holds for each subject by itself, and says when to come back', async () => {
    const limits = { requests: new RateLimiterMemory({ points: 2, duration: 60 }) };
    const { relay, reached } = relayTo(sound, { authorize, limits });
    expect(await statusesOf(relay, [as('a'), as('a'), as('a'), as('b')])).toEqual([200, 200, 429, 200]);
    const answer = await relay(as('a'));
    const wait = Number(answer.headers.get('retry-after'));
    expect([await refusedFor(answer), wait > 50 && wait <= 60]).toEqual(['requests_limit_exceeded', true]);
    expect(reached).toHaveLength(3);
  });

  it('of characters counts what is bought, and not what the API refuses', async () => {
    const limits = { characters: new RateLimiterMemory({ points: 10, duration: 60 }) };
    let fails = true;
    const { relay } = relayTo(() => (fails ? json({ detail: 'No.' }, 400) : sound()), { authorize, limits });
    expect(await statusesOf(relay, [as('a', '👩👩👩👩👩👩')])).toEqual([400]);
    fails = false;
    expect(await statusesOf(relay, [as('a', '123456'), as('a', '12345'), as('a', '1234')])).toEqual([200, 429, 200]);
    const answer = await relay(as('b', 'x'.repeat(11)));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([400, null]);
  });

  it('of characters is not given back to who leaves before the answer: it may have been bought', async () => {
    const limits = { characters: new RateLimiterMemory({ points: 10, duration: 60 }) };
    const { relay, reached } = relayTo(
      ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      { authorize, limits },
    );
    const controller = new AbortController();
    const answer = relay(speak(path, { text: '123456' }, { signal: controller.signal, headers: { 'x-user': 'a' } }));
    await expect.poll(() => reached.length).toBe(1);
    controller.abort();
    await expect(answer).rejects.toThrow();
    expect((await relay(as('a', '123456'))).status).toBe(429);
  });

  it('of streams is free again when one is read, left, broken or refused', async () => {
    const limits = { streams: createStreamSlots({ most: 1 }) };
    const { relay } = relayTo(sound, { authorize, limits });
    const first = await relay(as('a'));
    const second = await relay(as('a'));
    expect([second.status, await refusedFor(second), second.headers.get('retry-after')]).toEqual([
      429,
      'streams_limit_exceeded',
      '1',
    ]);
    await first.arrayBuffer();
    const third = await relay(as('a'));
    expect(third.status).toBe(200);
    await third.body?.cancel();
    expect(await statusesOf(relay, [as('a'), as('a')])).toEqual([200, 200]);
  });

  it.each([
    ['refuse', 503],
    ['allow', 200],
  ] as const)('whose store is dead does as it is told: %s', async (whenUnreachable, status) => {
    const dead: PointLimiter = {
      points: 5,
      consume: () => Promise.reject(new Error('ECONNREFUSED redis.internal')),
      reward: async () => {},
    };
    const silent: PointLimiter = { ...dead, consume: () => new Promise(() => {}) };
    for (const requests of [dead, silent]) {
      const { relay, reached } = relayTo(sound, { limits: { requests, whenUnreachable, patience: 0.05 } });
      const answer = await relay(as('a'));
      expect([answer.status, await answer.text()]).toEqual([status, expect.not.stringContaining('redis')]);
      expect(reached).toHaveLength(status === 200 ? 1 : 0);
    }
  });
});

describe('the plan of the API', () => {
  const held = () => {
    const ends: (() => void)[] = [];
    const answer = () =>
      new Response(
        new ReadableStream({ start: (controller) => void ends.push(() => controller.close()) }, { highWaterMark: 0 }),
        { headers: { 'maximum-concurrent-requests': '2' } },
      );
    return { ends, answer };
  };

  it('is learned from its answers: calls beyond it wait their turn, subject by subject', async () => {
    const { ends, answer } = held();
    const { relay, reached } = relayTo(answer, { authorize });
    const first = await relay(as('a', '1'));
    const second = await relay(as('a', '2'));
    const others = [as('a', '3'), as('a', '4'), as('b', '5')].map((request) =>
      relay(request).then((given) => given.text()),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reached).toHaveLength(2);
    ends[0]?.();
    await first.text();
    await expect.poll(() => reached.length).toBe(3);
    ends[1]?.();
    await second.text();
    await expect.poll(() => reached.length).toBe(4);
    expect(reached.map(({ body }) => JSON.parse(body).text)).toEqual(['1', '2', '3', '5']);
    for (const end of ends.slice(2)) end();
    await expect.poll(() => reached.length).toBe(5);
    ends[4]?.();
    await Promise.all(others);
  });

  it('refuses at once where the queue is full, and after a while where it is slow', async () => {
    const { answer } = held();
    const { relay } = relayTo(answer, { concurrency: { most: 1, queue: 1, wait: 0.05 } });
    const first = await relay(as('a'));
    const [second, third] = await Promise.all([relay(as('a')), relay(as('a'))]);
    expect([first.status, second.status, third.status]).toEqual([200, 429, 429]);
    expect(await refusedFor(second)).toBe('too_many_concurrent_requests');
  });

  it('gives the place of who leaves the queue to the next', async () => {
    const { ends, answer } = held();
    const { relay, reached } = relayTo(answer, { concurrency: { most: 1 } });
    const first = await relay(as('a', '1'));
    const controller = new AbortController();
    const leaving = relay(speak(path, { text: '2' }, { signal: controller.signal }));
    const staying = relay(as('a', '3'));
    controller.abort();
    await expect(leaving).rejects.toThrow();
    ends[0]?.();
    await first.text();
    expect((await staying).status).toBe(200);
    expect(reached.map(({ body }) => JSON.parse(body).text)).toEqual(['1', '3']);
  });
});

describe('a call that failed', () => {
  const retry = { pause: 0.001 };

  it.each([
    ['speech that the API had no room for', 429, speak(path), 3],
    ['speech that may have been bought', 500, speak(path), 1],
    ['voices', 500, get('/v2/voices'), 3],
    ['a request that is wrong', 400, speak(path), 1],
  ])('is sent again only where nothing can have been bought: %s (%i)', async (_, status, request, times) => {
    const { relay, reached } = relayTo(() => json({ detail: 'No.' }, status), { retry });
    expect((await relay(request)).status).toBe(status);
    expect(reached).toHaveLength(times);
  });

  it.each([
    ['ECONNREFUSED', 3],
    ['ECONNRESET', 1],
  ])('of a connection that broke with %s is sent %i times', async (code, times) => {
    const failure = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });
    const { relay, reached } = relayTo(() => Promise.reject(failure), { retry });
    expect((await relay(speak(path))).status).toBe(502);
    expect(reached).toHaveLength(times);
  });

  it('leaves it to the client to wait as long as the API asks', async () => {
    const { relay, reached } = relayTo(() => json({ detail: 'No.' }, 429, { 'retry-after': '30' }), { retry });
    const answer = await relay(speak(path));
    expect([answer.headers.get('retry-after'), reached.length]).toEqual(['30', 1]);
  });
});

describe('what the operator sees', () => {
  it('is one event for each request, whatever came of it, and counters without names', async () => {
    const events: RelayEvent[] = [];
    const metrics = createRelayMetrics();
    const limits = { requests: new RateLimiterMemory({ points: 2, duration: 60 }) };
    const log = (event: RelayEvent) => {
      events.push(event);
      metrics.log(event);
      throw new Error('The disk of the log is full.');
    };
    const { relay } = relayTo(sound, { authorize, limits, log });
    await (await relay(as('a', 'Secret'))).arrayBuffer();
    await (await relay(as('a', 'Secret'))).body?.cancel();
    await relay(as('a', 'Secret'));
    expect(events.map(({ subject, status, ending, characters }) => [subject, status, ending, characters])).toEqual([
      ['a', 200, 'ended', 6],
      ['a', 200, 'left', 6],
      ['a', 429, 'ended', 0],
    ]);
    const text = metrics.text();
    expect(text).toContain(
      'readalong_relay_requests_total{kind="speech",status="200",outcome="bought",ending="left"} 1',
    );
    expect(text + JSON.stringify(events)).not.toMatch(/Secret|sk_/);
    expect(text).not.toContain('"a"');
  });
});

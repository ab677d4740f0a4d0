import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createRelayHandler, type PointLimiter, type RelayEvent } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { get, json, KEY, refusedFor, relayTo, speak } from './fake-api.js';

const path = '/v1/text-to-speech/abc/stream';
const sound = () => new Response('sound', { headers: { 'content-type': 'audio/mpeg' } });

describe('a body that is made to cost', () => {
  it.each([
    ['request ids', '0'],
    ['request ids', '""'],
    ['dictionaries', '{}'],
  ])('is refused by one line, however many %s (%s) it holds', async (what, item) => {
    const name = what === 'dictionaries' ? 'pronunciation_dictionary_locators' : 'previous_request_ids';
    const { relay, reached } = relayTo(sound);
    const items = Array<string>(Math.floor(1e6 / (item.length + 1))).fill(item);
    const answer = await relay(speak(path, `{"text":"a","${name}":[${items.join()}]}`));
    const said = await answer.text();
    expect([answer.status, said.length < 300]).toEqual([422, true]);
    expect(said).toContain(name);
    expect(reached).toHaveLength(0);
  });

  it('is refused by the first of a hundred thousand names', async () => {
    const names = Array.from({ length: 90_000 }, (_, i) => `"x${i}":1`).join();
    const { relay } = relayTo(sound, { allow: { parameters: ['extra'] } });
    expect(await refusedFor(await relay(speak(path, `{"text":"a",${names}}`)))).toBe('body.x0');
  });

  it('is refused where a parameter that passes unchecked is nested without end', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const { relay, reached } = relayTo(sound, { allow: { parameters: ['extra'] }, share: {} });
    const answer = await relay(speak(path, `{"text":"a","extra":${deep}}`));
    expect([answer.status, await refusedFor(answer)]).toEqual([422, 'body.extra']);
    expect((await relay(speak(path, { text: 'a', extra: { a: [[['b']]] } }))).status).toBe(200);
    expect(reached).toHaveLength(1);
  });
});

describe('what is shared', () => {
  it('is never mistaken for what only reads like it', async () => {
    const { relay, reached } = relayTo(sound, { allow: { parameters: ['extra'] }, share: {} });
    const variants = [{ a: 1 }, [['a', 1]], { a: 1, b: null }, ['a', 1], 'a'];
    for (const extra of variants) await (await relay(speak(path, { text: 'a', extra }))).text();
    expect(reached).toHaveLength(variants.length);
  });
});

describe('a limit of characters', () => {
  const refusing = () => json({ detail: 'No.' }, 400);

  it('gives nothing back into a period in which nothing was taken', async () => {
    const rewarded: number[] = [];
    const limiter = (msBeforeNext: number): PointLimiter => ({
      points: 10,
      consume: async () => ({ msBeforeNext }),
      reward: async (_, points = 1) => rewarded.push(points),
    });
    for (const left of [0, 60_000, -1]) {
      const { relay } = relayTo(refusing, { limits: { characters: limiter(left) } });
      expect((await relay(speak(path, { text: '12345' }))).status).toBe(400);
    }
    expect(rewarded).toEqual([5, 5]);
  });

  it('gives nothing back where its store could not take', async () => {
    let rewarded = 0;
    const characters: PointLimiter = {
      points: 10,
      consume: () => Promise.reject(new Error('ECONNREFUSED')),
      reward: async () => rewarded++,
    };
    const { relay } = relayTo(refusing, { limits: { characters, whenUnreachable: 'allow' } });
    expect((await relay(speak(path))).status).toBe(400);
    expect(rewarded).toBe(0);
  });

  it('without a period names no time to come back at', async () => {
    const { relay } = relayTo(sound, { limits: { characters: new RateLimiterMemory({ points: 5, duration: 0 }) } });
    await (await relay(speak(path, { text: '12345' }))).text();
    const answer = await relay(speak(path, { text: '12345' }));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, null]);
  });
});

describe('the queue for the plan of the API', () => {
  it('is no caller’s alone to fill: who asks for less comes in, and the last of the longest line goes', async () => {
    const endless = () => new Response(new ReadableStream({}), { headers: { 'content-type': 'audio/mpeg' } });
    const { relay, reached } = relayTo(endless, {
      authorize: (request) => request.headers.get('x-user') ?? 'anybody',
      concurrency: { most: 1, queue: 3, wait: 60 },
    });

    const as = (user: string, text: string) => relay(speak(path, { text }, { headers: { 'x-user': user } }));
    const first = await as('greedy', '0');
    const greedy = ['1', '2', '3'].map((text) => as('greedy', text));
    const modest = as('modest', 'a');
    expect((await greedy[2])?.status).toBe(429);
    expect((await as('greedy', '4')).status).toBe(429);
    await first.body?.cancel();
    await expect.poll(() => reached.length).toBe(2);
    await (await greedy[0])?.body?.cancel();
    await (await modest).body?.cancel();
    await (await greedy[1])?.body?.cancel();
    expect(reached.map(({ body }) => JSON.parse(body).text)).toEqual(['0', '1', 'a', '2']);
  });
});

describe('a page of another site', () => {
  it('is refused also where its request names no origin, as for a picture', async () => {
    const { relay, reached } = relayTo(() => json({ voices: [] }), { cors: { origins: ['https://friend.example'] } });
    expect((await relay(get('/v2/voices', { headers: { 'sec-fetch-site': 'cross-site' } }))).status).toBe(403);
    expect((await relay(get('/v2/voices', { headers: { 'sec-fetch-site': 'none' } }))).status).toBe(200);
    expect(reached).toHaveLength(1);
  });

  it('is not let in by an answer that is still to come', async () => {
    // As a JavaScript operator may write it: TypeScript would refuse the promise.
    const origins: () => boolean = Reflect.get(Object({ ask: async () => false }), 'ask');
    const { relay } = relayTo(sound, { cors: { origins } });
    expect((await relay(speak(path, undefined, { headers: { origin: 'https://evil.example' } }))).status).toBe(403);
  });

  it('cannot come with cookies as the origin that any page can be', () => {
    const cors = { origins: ['null'], credentials: true };
    expect(() => createRelayHandler({ apiKey: KEY, cors })).toThrow(/cors\.origins holds "null"/);
  });
});

describe('an answer', () => {
  it('that nobody begins to read is let go, with its place', async () => {
    const endless = () =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(9)) }));
    const { relay, reached } = relayTo(endless, { timeLimits: { reader: 0.05 } });
    const unread = await relay(speak(path));
    await expect.poll(() => reached[0]?.signal.aborted).toBe(true);
    await expect(unread.arrayBuffer()).rejects.toMatchObject({ name: 'StreamError' });
  });

  it('may be waited for without end', async () => {
    const forever = Number.POSITIVE_INFINITY;
    const timeLimits = { firstByte: forever, idle: forever, reader: forever, requestBody: forever };
    const { relay } = relayTo(sound, { timeLimits });
    expect(await (await relay(speak(path))).text()).toBe('sound');
  });
});

it('the log takes no lines from outside, nor a text by way of a name', async () => {
  const events: RelayEvent[] = [];
  const { relay } = relayTo(sound, { log: (event) => events.push(event) });
  for (const name of ['x\n{"status":200}', 'a whole secret sentence', 'x'.repeat(65), 'eleven_v3']) {
    await (await relay(speak(path, { text: 'a', model_id: name }))).text();
  }
  expect(events.map(({ model }) => model)).toEqual(['unknown', 'unknown', 'unknown', 'eleven_v3']);
});

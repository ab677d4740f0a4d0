import { type ChildProcess, fork } from 'node:child_process';
import { createOfflineElevenLabs, createTonesEngine, type OfflineCall } from 'react-readalong/offline';
import { toNodeListener } from 'react-readalong/server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../server/serve.js';
import { type RedisServer, startRedis } from './redis-server.js';

const PATH = '/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/stream/with-timestamps?output_format=pcm_8000';
const children: ChildProcess[] = [];
let redis: RedisServer;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.kill());
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Settings {
  requests?: number;
  characters?: number;
  streams?: number;
  whenUnreachable?: 'refuse' | 'allow';
}

/** Two relays as processes, one Redis, one stand-in that counts. */
async function twoRelays(settings: Settings = {}) {
  const calls: OfflineCall[] = [];
  const api = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace: { firstByte: 0.3, rate: 20 },
    onCall: (call) => calls.push(call),
  });
  const port = await serve(toNodeListener(api));
  const all = { requests: 1e6, characters: 1e9, streams: 1e6, whenUnreachable: 'refuse', ...settings };
  const argument = JSON.stringify({ api: `http://127.0.0.1:${port}`, redis: redis.port, ...all });
  const ports = await Promise.all([start(argument), start(argument)]);
  const ask = (which: number, text: string, user = 'a', signal?: AbortSignal) =>
    fetch(`http://127.0.0.1:${ports[which % 2]}${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-user': user },
      body: JSON.stringify({ text }),
      signal,
    });
  return { calls, ask };
}

function start(argument: string): Promise<number> {
  const child = fork(new URL('./relay-process.mjs', import.meta.url), [argument], { execArgv: [] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(Number(Reflect.get(Object(message), 'port'))));
    child.once('exit', (code) => reject(new Error(`A relay ended with ${code}.`)));
  });
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

describe('two relays with one Redis', { timeout: 60_000 }, () => {
  it('buy 100 identical requests once, and each hears the same', async () => {
    const { calls, ask } = await twoRelays();
    const text = `Bought once, at ${Date.now()}.`;
    const answers = await Promise.all(times(100, (i) => ask(i, text)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(calls).toHaveLength(1);
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('audio_base64');
    expect(await Promise.all(times(10, async (i) => (await ask(i, text)).text()))).toEqual(times(10, () => bodies[0]));
    expect(calls).toHaveLength(1);
  });

  it('hear it as it comes, not at its end, where the other one buys', async () => {
    const { calls, ask } = await twoRelays();
    const text = `A long one, ${Date.now()}. ${'It goes on and on. '.repeat(12)}`;
    const first = await ask(0, text);
    const second = await ask(1, text);
    const reader = second.body?.getReader();
    await reader?.read();
    let ended = false;
    const whole = first.text().finally(() => (ended = true));
    await reader?.read();
    expect(ended).toBe(false);
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read());
    await whole;
    expect(calls).toHaveLength(1);
  });

  it('limit requests, characters and streams together', async () => {
    const { ask } = await twoRelays({ requests: 20, characters: 1000, streams: 5 });
    const user = (name: string) => `${name}-${Date.now()}`;
    const statuses = async (answers: Promise<Response>[]) => {
      const given = await Promise.all(answers);
      await Promise.all(given.map((answer) => answer.arrayBuffer()));
      return given.filter(({ status }) => status === 200).length;
    };
    const [one, two, three] = [user('requests'), user('characters'), user('streams')];
    let spoken = 0;
    for (const round of times(8, (i) => i)) spoken += await statuses(times(4, (i) => ask(i, `r${round}-${i}`, one)));
    expect(Math.abs(spoken - 20)).toBeLessThanOrEqual(1);
    spoken = 0;
    for (const i of times(14, (n) => n)) spoken += await statuses([ask(i, `${i}`.padEnd(100, 'x'), two)]);
    expect(Math.abs(spoken - 10)).toBeLessThanOrEqual(1);
    expect(Math.abs((await statuses(times(12, (i) => ask(i, `s${i}`, three)))) - 5)).toBeLessThanOrEqual(1);
  });

  it('go on when the one that was buying dies', async () => {
    const { calls, ask } = await twoRelays();
    const text = `The buyer dies, ${Date.now()}.`;
    const first = ask(0, text).catch(() => null);
    await expect.poll(() => calls.length).toBe(1);
    const second = ask(1, text);
    children[0]?.kill('SIGKILL');
    await first;
    expect(await (await second).text()).toContain('audio_base64');
    expect(calls).toHaveLength(2);
  });

  it.each(['refuse', 'allow'] as const)(
    'when Redis is killed in mid-run %s, then hold their limits again',
    async (whenUnreachable) => {
      const { calls, ask } = await twoRelays({ whenUnreachable, streams: 2 });
      const before = calls.length;
      const running = ask(0, `Running, ${whenUnreachable}. ${'On and on it goes. '.repeat(5)}`);
      await expect.poll(() => calls.length).toBe(before + 1);
      await redis.kill();
      try {
        expect(await (await running).text()).toContain('audio_base64');
        const answers = await Promise.all(times(4, (i) => ask(i, `While it is dead ${i}, ${whenUnreachable}.`)));
        const bodies = await Promise.all(answers.map((answer) => answer.text()));
        expect(new Set(answers.map(({ status }) => status))).toEqual(
          new Set([whenUnreachable === 'allow' ? 200 : 503]),
        );
        if (whenUnreachable === 'refuse') expect(bodies[0]).toContain('limits_unreachable');
      } finally {
        await redis.start();
      }
      await expect.poll(async () => (await ask(0, 'Alive again.')).status, { timeout: 10_000 }).toBe(200);
      await expect.poll(async () => (await ask(1, 'Alive again.')).status, { timeout: 10_000 }).toBe(200);
      const answers = await Promise.all(
        times(8, (i) => ask(i, `Again ${i}, ${whenUnreachable}`, `later-${whenUnreachable}`)),
      );
      await Promise.all(answers.map((answer) => answer.arrayBuffer()));
      expect(Math.abs(answers.filter(({ status }) => status === 200).length - 2)).toBeLessThanOrEqual(1);
    },
  );
});

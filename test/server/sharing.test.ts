import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  createMemoryStorage,
  limitStorage,
  type Outcome,
  type RelayEvent,
  type SpeechStorage,
} from 'react-readalong/server';
import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import { describe, expect, it } from 'vitest';
import { KEY, relayTo, speak } from './fake-api.js';

const path = '/v1/text-to-speech/abc/stream';
const body = (text: string) => JSON.stringify({ text });
const authorize = (request: Request) => request.headers.get('x-user') ?? 'anybody';

/** Answers that the test feeds by hand. */
function handFed() {
  const controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
  const answer = () =>
    new Response(
      new ReadableStream<Uint8Array>(
        { start: (controller) => void controllers.push(controller) },
        { highWaterMark: 0 },
      ),
      { headers: { 'content-type': 'audio/mpeg', 'character-cost': '5', 'request-id': 'r1' } },
    );
  const feed = (text: string) => controllers.at(-1)?.enqueue(new TextEncoder().encode(text));
  return {
    answer,
    feed,
    end: () => controllers.at(-1)?.close(),
    cut: () => controllers.at(-1)?.error(new Error('cut')),
  };
}

function counted() {
  let count = 0;
  return () => new Response(`sound ${++count}`, { headers: { 'content-type': 'audio/mpeg', 'character-cost': '5' } });
}

describe('identical requests', () => {
  it('are bought once: late ones hear it from the start, whatever the order of their names', async () => {
    const api = handFed();
    const { relay, reached } = relayTo(api.answer, { share: {} });
    const first = relay(speak(path, '{"text":"a","seed":1}'));
    const second = relay(speak(path, '{"seed":1,"model_id":"eleven_multilingual_v2","text":"a","language_code":null}'));
    await expect.poll(() => reached.length).toBe(1);
    api.feed('one ');
    const reader = (await first).body?.getReader();
    await reader?.read();
    const third = relay(speak(path, '{"text":"a","seed":1}'));
    const all = [(await second).text(), (await third).text()];
    api.feed('two');
    api.end();
    expect(await Promise.all(all)).toEqual(['one two', 'one two']);
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('two');
    expect(reached).toHaveLength(1);
    expect(await (await relay(speak(path, '{"text":"a","seed":1}'))).text()).toBe('one two');
    expect(reached).toHaveLength(1);
  });

  it('are those that sound the same, and no others', async () => {
    const variants = [
      speak(path, { text: 'a' }),
      speak(path, { text: 'b' }),
      speak(path, { text: 'a', seed: 1 }),
      speak(path, { text: 'a', voice_settings: { stability: 0.1 } }),
      speak(path, { text: 'a', previous_text: 'x' }),
      speak(`${path}?output_format=pcm_8000`, { text: 'a' }),
      speak('/v1/text-to-speech/abc', { text: 'a' }),
      speak('/v1/text-to-speech/xyz/stream', { text: 'a' }),
    ];
    const { relay, reached } = relayTo(counted(), { share: {} });
    for (const request of variants) await (await relay(request)).text();
    expect(reached).toHaveLength(variants.length);
  });

  it('are shared within the circle that the operator draws, and never where the caller wants nothing kept', async () => {
    const as = (user: string, query = '') => speak(path + query, { text: 'a' }, { headers: { 'x-user': user } });
    const { relay, reached } = relayTo(counted(), { authorize, share: { circle: 'subject' } });
    for (const user of ['a', 'a', 'b']) await (await relay(as(user))).text();
    expect(reached).toHaveLength(2);
    for (const user of ['a', 'a']) await (await relay(as(user, '?enable_logging=false'))).text();
    expect(reached).toHaveLength(4);
  });

  it('cost nothing when they come from the shelf, and say so', async () => {
    const events: RelayEvent[] = [];
    const { relay } = relayTo(counted(), { share: {}, log: (event) => events.push(event) });
    for (let i = 0; i < 2; i++) await (await relay(speak(path))).text();
    await expect.poll(() => events.length).toBe(2);
    expect(events.map(({ outcome, credits, bytes }) => [outcome, credits, bytes])).toEqual([
      ['bought', 5, 7],
      ['stored', 0, 7],
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`Hello|${KEY}`));
  });

  it('are bought again once they are too old', async () => {
    const { relay, reached } = relayTo(counted(), { share: { maxAge: 0 } });
    for (let i = 0; i < 2; i++) await (await relay(speak(path))).text();
    expect(reached).toHaveLength(2);
  });
});

describe('a listener that leaves', () => {
  it('does not end it for the others; when the last leaves the API is left too, and nothing is kept', async () => {
    const api = handFed();
    const storage = createMemoryStorage();
    const { relay, reached } = relayTo(api.answer, { share: { storage } });
    const controller = new AbortController();
    const first = relay(speak(path, body('a'), { signal: controller.signal }));
    const second = relay(speak(path, body('a')));
    await expect.poll(() => reached.length).toBe(1);
    controller.abort();
    await expect(first.then((answer) => answer.text())).rejects.toThrow();
    const reader = (await second).body?.getReader();
    api.feed('one');
    expect((await reader?.read())?.value).toHaveLength(3);
    expect(reached[0]?.signal.aborted).toBe(false);
    await reader?.cancel();
    expect(reached[0]?.signal.aborted).toBe(true);
    const again = relay(speak(path, body('a')));
    await expect.poll(() => reached.length).toBe(2);
    api.feed('all');
    api.end();
    expect(await (await again).text()).toBe('all');
  });

  it('or is slow, never changes a byte for the others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 64 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.constantFrom('reads', 'leaves', 'late'), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 16, max: 1024 }),
        async (chunks, listeners, maxBytes) => {
          const { relay } = relayTo(
            () => new Response(new Blob(chunks).stream(), { headers: { 'content-type': 'audio/mpeg' } }),
            { share: { maxBytes } },
          );
          const sent = Buffer.concat(chunks);
          const heard = await Promise.all(
            listeners.map(async (kind) => {
              if (kind === 'late') await new Promise((resolve) => setImmediate(resolve));
              const answer = await relay(speak(path));
              if (kind === 'leaves') await answer.body?.cancel();
              return kind === 'leaves' ? sent : Buffer.from(await answer.arrayBuffer());
            }),
          );
          for (const bytes of heard) expect(bytes.equals(sent)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('nothing is kept by half', () => {
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  const spoken = (text: string) => line({ audio_base64: 'AAAA', alignment: { characters: [...text] } });

  it.each([
    ['a stream that the API cuts', null],
    ['a stream with an error in its middle', `${spoken('Hel')}${line({ detail: { status: 'x' } })}`],
    ['a stream with fewer characters than were sent', spoken('Hell')],
    ['a stream that is no JSON', 'oops'],
  ])('%s is heard, and bought again', async (_, text) => {
    const timed = `${path}/with-timestamps`;
    const cut = () =>
      new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) }, { highWaterMark: 0 });
    const { relay, reached } = relayTo(() => new Response(text ?? cut()), { share: {} });
    for (let i = 0; i < 2; i++) await (await relay(speak(timed, { text: 'Hello' }))).text().catch(() => '');
    expect(reached).toHaveLength(2);
  });

  it('a whole stream is kept', async () => {
    const { relay, reached } = relayTo(() => new Response(spoken('Hel') + spoken('lo')), { share: {} });
    for (let i = 0; i < 2; i++) await (await relay(speak(`${path}/with-timestamps`, { text: 'Hello' }))).text();
    expect(reached).toHaveLength(1);
  });

  it('a file that was cut is no file, and goes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shelf-'));
    try {
      const storage = createStorage({ driver: fsDriver({ base: folder }) });
      let outcome: Outcome | null = null;
      const { relay, reached } = relayTo(counted(), { share: { storage }, log: (event) => (outcome = event.outcome) });
      const heard = async () => (await relay(speak(path))).text();
      // While it is being written, others still join the first.
      await expect.poll(async () => (await heard()) === 'sound 1' && outcome).toBe('stored');
      expect(reached).toHaveLength(1);
      for (const file of readdirSync(folder)) truncateSync(join(folder, file), statSync(join(folder, file)).size - 2);
      expect(await heard()).toBe('sound 2');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each<[string, Partial<SpeechStorage>]>([
    ['refuses to read', { getItemRaw: () => Promise.reject(new Error('EIO')) }],
    ['refuses to write', { setItemRaw: () => Promise.reject(new Error('ENOSPC')) }],
    ['never answers', { getItemRaw: () => new Promise(() => {}), setItemRaw: () => new Promise(() => {}) }],
    ['holds nonsense', { getItemRaw: async () => new TextEncoder().encode('{"status":200}\nsound') }],
  ])('a storage that %s costs nobody an answer', async (_, broken) => {
    const { relay, reached } = relayTo(counted(), {
      share: { storage: { ...createMemoryStorage(), ...broken }, patience: 0.02 },
    });
    expect(await (await relay(speak(path))).text()).toBe('sound 1');
    expect((await relay(speak(path))).status).toBe(200);
    expect(reached.length).toBeGreaterThan(0);
  });

  it('an answer above the size that is kept streams through', async () => {
    const { relay, reached } = relayTo(counted(), { share: { maxBytes: 3 } });
    for (let i = 1; i < 3; i++) expect(await (await relay(speak(path))).text()).toBe(`sound ${i}`);
    expect(reached).toHaveLength(2);
  });
});

it('memory keeps to its size: what was used longest ago goes first', async () => {
  const storage = createMemoryStorage({ maxBytes: 10 });
  for (const name of ['a', 'b']) await storage.setItemRaw(name, new Uint8Array(5));
  await storage.getItemRaw('a');
  await storage.setItemRaw('c', new Uint8Array(5));
  const kept = await Promise.all(['a', 'b', 'c'].map(async (name) => (await storage.getItemRaw(name)) !== null));
  expect(kept).toEqual([true, false, true]);
});

it('a folder keeps to its size, what lay there before included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelf-'));
  try {
    const open = () => createStorage({ driver: fsDriver({ base: folder }) });
    await open().setItemRaw('before', new Uint8Array(6));
    const storage = limitStorage(open(), { maxBytes: 10 });
    await storage.setItemRaw('one', new Uint8Array(4));
    expect(readdirSync(folder).sort()).toEqual(['before', 'one']);
    await storage.getItemRaw('before');
    await storage.setItemRaw('two', new Uint8Array(2));
    await storage.setItemRaw('too-long', new Uint8Array(11));
    expect(readdirSync(folder).sort()).toEqual(['before', 'two']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { toNodeListener } from 'react-readalong/server';
import { build } from 'vite';
import { expect, it, vi } from 'vitest';
import { KEY, relayTo } from '../fake-api.js';
import { serve } from '../serve.js';

/** What a worker has of Web APIs, and nothing of Node: no process, no Buffer, no require, no setImmediate. */
const WEB = {
  AbortController,
  AbortSignal,
  ArrayBuffer,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  Uint8Array,
  clearInterval,
  clearTimeout,
  crypto,
  fetch,
  performance,
  setInterval,
  setTimeout,
};

const path = '/api/speech/v1/text-to-speech/abc/stream';
const speak = () =>
  new Request(`https://app.example${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"a"}',
  });

/** An API over HTTP that sees which keys come. */
async function api() {
  const keys: (string | null)[] = [];
  const listener = toNodeListener(async (request) => {
    keys.push(request.headers.get('xi-api-key'));
    return new Response('sound', { headers: { 'content-type': 'audio/mpeg' } });
  });
  return { url: `http://127.0.0.1:${await serve(listener)}`, keys };
}

it('a Cloudflare worker runs on Web APIs alone, bundled as for Cloudflare', async () => {
  const { url, keys } = await api();
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: {
      alias: { 'react-readalong/server': fileURLToPath(new URL('../../../src/server/index.ts', import.meta.url)) },
    },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('worker.ts', import.meta.url)), formats: ['iife'], name: 'worker' },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [];
  const code = bundle?.output[0].code ?? '';
  const context = createContext({ ...WEB });
  new Script(`${code}\nglobalThis.answer = (request, environment) => worker.fetch(request, environment);`).runInContext(
    context,
  );
  const answer: (request: Request, environment: object) => Promise<Response> = Reflect.get(context, 'answer');
  const environment = { ELEVENLABS_API_KEY: KEY, ELEVENLABS_URL: url };
  expect(await (await answer(speak(), environment)).text()).toBe('sound');
  // The second comes from the worker's own memory.
  await expect.poll(async () => (await (await answer(speak(), environment)).text()) === 'sound' && keys).toEqual([KEY]);
  expect((await answer(new Request('https://app.example/api/speech/v1/user'), environment)).status).toBe(404);
  expect(Reflect.get(context, 'process') ?? Reflect.get(context, 'Buffer')).toBeUndefined();
});

it('a route of Next, in the file where Next looks for it, exports what Next knows and nothing else', async () => {
  const { url, keys } = await api();
  vi.stubEnv('ELEVENLABS_URL', url);
  vi.stubEnv('ELEVENLABS_API_KEY', KEY);
  try {
    const route = await import('./next/app/api/speech/[...path]/route.js');
    const answer = await route.POST(speak());
    expect([answer.status, await answer.text(), keys]).toEqual([200, 'sound', [KEY]]);
    expect((await route.GET(new Request('https://app.example/api/speech/v1/user'))).status).toBe(404);
    expect(Object.keys(route).sort()).toEqual(['GET', 'OPTIONS', 'POST', 'dynamic']);
  } finally {
    vi.unstubAllEnvs();
  }
});

it('a relay that an app gives no key yet says so, and asks nobody', async () => {
  const { relay, reached } = relayTo(new Response('sound'), { apiKey: () => '', prefix: '/api/speech' });
  expect((await relay(speak())).status).toBe(503);
  expect(reached).toHaveLength(0);
});

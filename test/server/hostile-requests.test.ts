import { connect } from 'node:net';
import fc from 'fast-check';
import { type RelayHandler, toNodeListener } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { everythingIn, json, KEY, type Reached, relayTo } from './fake-api.js';
import { type Hostile, hostileRequests, rawRequests } from './hostile-requests.js';
import { serve } from './serve.js';

/** An API that tells all it was told, the key too: whatever leaks through it would leave. */
const gossip = (request: Request) => {
  const told = JSON.stringify([...request.headers]);
  const trace = `Error: ${told}\n    at Object.<anonymous> (/srv/app/server.js:10:15)`;
  if (request.url.length % 2 === 0) return json({ detail: { status: 'x', message: trace }, stack: trace }, 400);
  return json({ voices: [{ voice_id: 'a', name: told }], has_more: false, voice_id: told }, 200, {
    'request-id': told,
  });
};

const UPSTREAM_PATH =
  /^\/v1\/text-to-speech\/[\w-]{1,128}(\/stream)?(\/with-timestamps)?$|^\/v2\/voices$|^\/v1\/voices\/[\w-]{1,128}$/;
const UPSTREAM_HEADERS = new Set(['accept', 'accept-encoding', 'content-type', 'xi-api-key']);
const UPSTREAM_BODY =
  /^(text|model_id|language_code|voice_settings|pronunciation_dictionary_locators|seed|previous_text|next_text|previous_request_ids|next_request_ids|apply_text_normalization|apply_language_text_normalization|use_pvc_as_ivc)$/;

function expectValidated({ url, method, headers, body, redirect }: Reached): void {
  const { origin, pathname } = new URL(url);
  expect([origin, redirect]).toEqual(['https://api.elevenlabs.io', 'manual']);
  expect(pathname).toMatch(UPSTREAM_PATH);
  expect(method).toBe(pathname.includes('text-to-speech') ? 'POST' : 'GET');
  expect([...headers.keys()].filter((name) => !UPSTREAM_HEADERS.has(name))).toEqual([]);
  expect(headers.get('xi-api-key')).toBe(KEY);
  if (method === 'POST') for (const name of Object.keys(JSON.parse(body))) expect(name).toMatch(UPSTREAM_BODY);
}

function expectHarmless(answer: string): void {
  expect(answer).not.toContain(KEY);
  expect(answer).not.toMatch(/^500|HTTP\/1\.1 500/);
  expect(answer).not.toMatch(/\.[jt]s:\d+|node_modules|\/srv\/app|node:internal/);
}

function requestOf({ method, path, headers, body }: Hostile): Request | null {
  try {
    const hasBody = method !== 'GET' && method !== 'HEAD';
    return new Request(`https://app.example${path}`, {
      method,
      headers: headers.map(([...pair]) => pair),
      body: hasBody ? body : null,
    });
  } catch {
    return null;
  }
}

const options = { share: {}, allow: { maxCharacters: 1000 }, maxBodyBytes: 256 * 1024, retry: { retries: 0 } };

describe('10 000 hostile requests', () => {
  it('reach the API only as what was checked, and are answered with nothing but a plain refusal', async () => {
    const { relay, reached } = relayTo(gossip, options);
    await fc.assert(
      fc.asyncProperty(hostileRequests, async (hostile) => {
        const request = requestOf(hostile);
        if (request) expectHarmless(await everythingIn(await relay(request)));
        for (const one of reached.splice(0)) expectValidated(one);
      }),
      { numRuns: 9000 },
    );
  });

  it('are no better over a socket, where every byte is the attacker’s', async () => {
    const { relay, reached } = relayTo(gossip, options);
    const port = await serve(toNodeListener(relay));
    await fc.assert(
      fc.asyncProperty(hostileRequests, async ({ method, path, headers, body }) => {
        const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');
        const head = `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines}`;
        expectHarmless(await exchange(port, `${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`));
        for (const one of reached.splice(0)) expectValidated(one);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(rawRequests)('that only a socket can send are refused: %s', async (_, bytes) => {
    const { relay, reached } = relayTo(gossip, options);
    const seen: string[] = [];
    const watched: RelayHandler = (request) => {
      seen.push(new URL(request.url).pathname);
      return relay(request);
    };
    const port = await serve(toNodeListener(watched));
    expectHarmless(await exchange(port, bytes));
    expect(seen.filter((path) => path.startsWith('/v1/user') && reached.length > 0)).toEqual([]);
    for (const one of reached) expectValidated(one);
  });
});

/** Sends bytes as they are, and returns all that comes back until the other side closes, or is silent for a moment. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let seen = '';
    const end = () => {
      socket.destroy();
      resolve(seen);
    };
    socket.setTimeout(300, end);
    socket.on('data', (chunk: Buffer) => (seen += chunk.toString('latin1')));
    socket.on('end', end);
    socket.on('error', end);
  });
}

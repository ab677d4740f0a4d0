import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { toNodeListener } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { json, relayTo } from './fake-api.js';
import { raw, serve } from './serve.js';

const path = '/v1/text-to-speech/abc/stream/with-timestamps';
const post = (port: number, text = 'Hello.', at = path) =>
  fetch(`http://127.0.0.1:${port}${at}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });

describe('over HTTP', () => {
  it('passes the call and its answer, the first bytes before the last are made', async () => {
    let finish = (): void => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('first\n'));
        finish = () => {
          controller.enqueue(new TextEncoder().encode('last\n'));
          controller.close();
        };
      },
    });
    const { relay, reached } = relayTo(
      new Response(body, { headers: { 'content-type': 'application/json', 'request-id': 'r1' } }),
    );
    const answer = await post(await serve(toNodeListener(relay)), 'Grüße 👋');
    expect([answer.status, answer.headers.get('request-id'), answer.headers.get('cache-control')]).toEqual([
      200,
      'r1',
      'no-store',
    ]);
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first\n');
    finish();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('last\n');
    expect((await reader?.read())?.done).toBe(true);
    expect(JSON.parse(reached[0]?.body ?? '')).toEqual({ text: 'Grüße 👋' });
  });

  it('sends the head before there is any sound', async () => {
    const { relay } = relayTo(new Response(new ReadableStream(), { headers: { 'request-id': 'r1' } }));
    const answer = await post(await serve(toNodeListener(relay)));
    expect([answer.status, answer.headers.get('request-id')]).toEqual([200, 'r1']);
    await answer.body?.cancel();
  });

  it('is found below a mount path that connect has cut off', async () => {
    const { relay, reached } = relayTo(json({ voices: [] }), { prefix: '/api/speech' });
    const listener = toNodeListener(relay);
    const port = await serve((message, response) => {
      Object.assign(message, { originalUrl: message.url });
      message.url = message.url?.slice('/api/speech'.length);
      listener(message, response);
    });
    expect((await fetch(`http://127.0.0.1:${port}/api/speech/v2/voices?page_size=5`)).status).toBe(200);
    expect(reached[0]?.url).toBe('https://api.elevenlabs.io/v2/voices?page_size=5');
  });

  it('works behind a middleware that has read the JSON already', async () => {
    const { relay, reached } = relayTo(() => new Response('sound'));
    const listener = toNodeListener(relay);
    const port = await serve(async (message, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of message) chunks.push(chunk);
      Object.assign(message, { body: JSON.parse(Buffer.concat(chunks).toString()) });
      listener(message, response);
    });
    expect((await post(port, 'Read “before”.')).status).toBe(200);
    expect(JSON.parse(reached[0]?.body ?? '')).toEqual({ text: 'Read “before”.' });
  });

  it('refuses a body above the limit, and the connection goes on', async () => {
    const { relay } = relayTo(() => new Response('sound'), { maxBodyBytes: 1000 });
    const port = await serve(toNodeListener(relay));
    expect((await post(port, 'x'.repeat(300_000))).status).toBe(413);
    expect((await post(port)).status).toBe(200);
  });

  it('breaks the connection where the API breaks its stream, so that the reader can tell', async () => {
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
        pull: (controller) => controller.error(new Error('cut')),
      },
      { highWaterMark: 2 },
    );
    const { relay } = relayTo(() => new Response(body));
    await expect(post(await serve(toNodeListener(relay))).then((answer) => answer.text())).rejects.toThrow();
  });

  it('answers 500 without a reason where a handler throws', async () => {
    const port = await serve(toNodeListener(() => Promise.reject(new Error('secret of /srv/app'))));
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    const text = await answer.text();
    expect([answer.status, text.includes('relay_failed'), text.includes('secret')]).toEqual([500, true, false]);
  });

  it('sends every cookie of a handler', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    const port = await serve(toNodeListener(async () => new Response(null, { status: 204, headers })));
    expect((await fetch(`http://127.0.0.1:${port}/`)).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });
});

describe('a request line that no browser sends', () => {
  it.each([
    ['GET /v1/voices/../user', '400'],
    ['GET /v1/voices/%2e%2e/v1/voices/abc', '400'],
    ['GET /v1/voices/.%2E/voices/abc', '400'],
    ['GET /v1/./voices/abc', '400'],
    ['GET /v1\\voices\\abc', '400'],
    ['GET *', '400'],
    ['GET v2/voices', '400'],
    ['TRACE /v2/voices', '400'],
    ['GET //evil.example/v2/voices', '404'],
    ['GET /v1/voices/abc%00', '404'],
    ['GET /v1/voices/abc%2fedit', '404'],
    ['GET http://evil.example/v1/user', '404'],
    ['BREW /v2/voices', '400'],
  ])('reaches nothing: %s', async (line, status) => {
    const { relay, reached } = relayTo(json({ voices: [] }));
    const seen = await raw(await serve(toNodeListener(relay)), line);
    expect(seen).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(reached).toHaveLength(0);
  });

  it.each(['Host: a b', 'Host: evil.example/x?', 'Host: user@evil'])(
    'with a wild host is still only a path: %s',
    async (host) => {
      const { relay, reached } = relayTo(json({ voices: [] }));
      const port = await serve((message, response) => {
        message.headers.host = host.slice('Host: '.length);
        toNodeListener(relay)(message, response);
      });
      expect((await fetch(`http://127.0.0.1:${port}/v2/voices`)).status).toBe(200);
      expect(reached[0]?.url).toBe('https://api.elevenlabs.io/v2/voices');
    },
  );
});

describe('a client over HTTP', () => {
  /** An API that speaks without end, counting what is taken from it. */
  function endless() {
    const state = { taken: 0, cancelled: 0 };
    const answer = () =>
      new Response(
        new ReadableStream<Uint8Array>(
          {
            pull: (controller) => {
              state.taken += 64 * 1024;
              controller.enqueue(new Uint8Array(64 * 1024));
            },
            cancel: () => {
              state.cancelled += 1;
            },
          },
          { highWaterMark: 0 },
        ),
      );
    return { ...relayTo(answer), state };
  }

  async function open(port: number): Promise<IncomingMessage> {
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
    });
    request.on('error', () => {});
    request.end('{"text":"a"}');
    return new Promise((resolve) => request.once('response', resolve));
  }

  it('that leaves in mid-stream ends the call to the API', async () => {
    const { relay, reached, state } = endless();
    const message = await open(await serve(toNodeListener(relay)));
    await new Promise((resolve) => message.once('data', resolve));
    message.destroy();
    await expect.poll(() => [reached[0]?.signal.aborted, state.cancelled]).toEqual([true, 1]);
  });

  it('that leaves in mid-stream ends the stream of a handler that knows nothing of signals', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(1)),
      cancel: () => {
        cancelled = true;
      },
    });
    const message = await open(await serve(toNodeListener(async () => new Response(body))));
    await new Promise((resolve) => message.once('data', resolve));
    message.destroy();
    await expect.poll(() => cancelled).toBe(true);
  });

  it('that leaves before the API has answered ends the call too', async () => {
    const { relay, reached } = relayTo(
      ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const port = await serve(toNodeListener(relay));
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
    });
    request.on('error', () => {});
    request.end('{"text":"a"}');
    await expect.poll(() => reached.length).toBe(1);
    request.destroy();
    await expect.poll(() => reached[0]?.signal.aborted).toBe(true);
  });

  it('that does not read makes the API wait', async () => {
    const { relay, state } = endless();
    const message = await open(await serve(toNodeListener(relay)));
    message.pause();
    // Sockets hold a few megabytes before they push back: wait until nothing more is taken.
    let before = -1;
    await expect
      .poll(
        () => {
          const settled = state.taken === before;
          before = state.taken;
          return settled;
        },
        { interval: 200, timeout: 10_000 },
      )
      .toBe(true);
    expect(state.taken).toBeLessThan(32 * 1024 * 1024);
    const held = state.taken;
    message.resume();
    await expect.poll(() => state.taken, { timeout: 10_000 }).toBeGreaterThan(held * 2);
    message.destroy();
    await expect.poll(() => state.cancelled).toBe(1);
  });

  it('that stops in the middle of its body is let go, and buys nothing', async () => {
    const { relay, reached } = endless();
    let ended = '';
    const port = await serve(
      toNodeListener((request) =>
        relay(request).finally(() => {
          ended = request.signal.aborted ? 'aborted' : 'answered';
        }),
      ),
    );
    const socket = connect(port, '127.0.0.1', () => {
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`;
      socket.write(`${head}{"text":"a"}`, () => setImmediate(() => socket.destroy()));
    });
    await expect.poll(() => ended).toBe('aborted');
    expect(reached).toHaveLength(0);
  });
});

import type { Server } from 'node:http';
import type { RelayHandler } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { relayTo } from '../fake-api.js';
import { serve } from '../serve.js';
import { mountOnExpress } from './express.js';
import { mountOnFastify } from './fastify.js';
import { mountOnHono } from './hono.js';
import { mountOnNode } from './node.js';

const path = '/api/speech/v1/text-to-speech/abc/stream';

/** An API that says "one" and goes on when it is told to. */
function twoPieces() {
  let feed = (_text: string): void => {};
  let end = (): void => {};
  const answer = () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        feed = (text) => controller.enqueue(new TextEncoder().encode(text));
        end = () => controller.close();
        feed('one ');
      },
    });
    return new Response(body, { headers: { 'content-type': 'audio/mpeg', 'request-id': 'r1' } });
  };
  return { answer, feed: (text: string) => feed(text), end: () => end() };
}

/** The port of a server that a framework made. */
const portOf = (server: Server) => serve((message, response) => server.emit('request', message, response));

describe.each<[string, (relay: RelayHandler) => Server | Promise<Server>]>([
  ['Node', mountOnNode],
  ['Express', mountOnExpress],
  ['Fastify', mountOnFastify],
  ['Hono', mountOnHono],
])('mounted on %s', (_, mount) => {
  it('streams, checks, and ends the call to the API when the reader leaves', async () => {
    const api = twoPieces();
    const { relay, reached } = relayTo(api.answer, { prefix: '/api/speech' });
    const url = `http://127.0.0.1:${await portOf(await mount(relay))}`;
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"a"}' };

    const answer = await fetch(url + path, init);
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('one ');
    api.feed('two');
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('two');
    expect([answer.status, answer.headers.get('request-id'), reached[0]?.body]).toEqual([200, 'r1', '{"text":"a"}']);
    await reader?.cancel();
    await expect.poll(() => reached[0]?.signal.aborted).toBe(true);

    const refused = await fetch(url + path, { ...init, body: '{"text":"a","oops":1}' });
    expect(refused.status).toBe(422);
    expect((await fetch(`${url}/api/speech/health`)).status).toBe(200);
    expect((await fetch(`${url}/api/speech/v1/user`)).status).toBe(404);
    expect(reached).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everythingIn, get, json, KEY, refusedFor, relayTo, speak } from './fake-api.js';

const path = '/v1/text-to-speech/abc/stream/with-timestamps';
const html = (status: number) =>
  new Response('<html><body>cloudflare ray 12</body></html>', { status, headers: { 'content-type': 'text/html' } });

describe("an error of the API's", () => {
  it.each([
    [400, 'max_character_limit_exceeded'],
    [402, 'payment_required'],
    [403, 'only_for_creator+'],
    [404, 'voice_not_found'],
    [429, 'too_many_concurrent_requests'],
    [500, 'internal'],
    [503, 'system_busy'],
  ])('keeps its status, code and words: %d %s', async (status, code) => {
    const detail = { status: code, message: 'Too much of it.', request_id: 'r1', stack: 'at x', host: { name: 'h' } };
    const { relay } = relayTo(json({ detail, trace: 'at y' }, status, { 'request-id': 'r1', 'retry-after': '3' }));
    const answer = await relay(speak(path));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('request-id')).toBe('r1');
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(await answer.json()).toEqual({ detail: { status: code, message: 'Too much of it.', request_id: 'r1' } });
  });

  it('keeps the list of a 422 without what it quotes of the request', async () => {
    const issue = { loc: ['body', 'seed', 0], msg: 'Too large', type: 'value_error' };
    const { relay } = relayTo(
      json({ detail: [{ ...issue, input: 'the private text', ctx: {}, url: 'https://x' }] }, 422),
    );
    const answer = await relay(speak(path));
    expect([answer.status, await answer.json()]).toEqual([422, { detail: [issue] }]);
  });

  it('keeps a bare string', async () => {
    const { relay } = relayTo(json({ detail: 'Not Found' }, 404));
    expect(await (await relay(speak(path))).json()).toEqual({ detail: 'Not Found' });
  });

  it.each<[string, BodyInit | null]>([
    ['nothing', null],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['an empty detail', '{"detail":{}}'],
    ['a detail of null', '{"detail":null}'],
    ['an empty list of details', '{"detail":[]}'],
    ['half a JSON', '{"detail":'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ])('becomes one in the right shape where its body is %s', async (_, body) => {
    const { relay } = relayTo(() => new Response(body, { status: 418 }));
    const answer = await relay(speak(path));
    expect([answer.status, await refusedFor(answer)]).toEqual([418, 'upstream_error']);
  });

  it.each([
    [403, 403],
    [404, 404],
    [429, 429],
    [500, 502],
    [502, 502],
    [520, 502],
    [524, 502],
  ])('becomes JSON where an edge answers a page: %d as %d', async (status, answered) => {
    const { relay } = relayTo(() => html(status));
    const answer = await relay(speak(path));
    expect(answer.status).toBe(answered);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const seen = await everythingIn(answer);
    expect(seen).toContain('upstream_error');
    expect(seen).not.toContain('cloudflare');
  });

  it('becomes a 502 where a page comes with a 200', async () => {
    const { relay } = relayTo(() => html(200));
    for (const request of [speak(path), get('/v2/voices')]) {
      const answer = await relay(request);
      expect([answer.status, await refusedFor(answer)]).toEqual([502, 'upstream_unexpected']);
    }
  });

  it('loses its stack', async () => {
    const message = 'TypeError: x is undefined\n    at speak (/srv/app/tts.js:12:3)';
    const { relay } = relayTo(json({ detail: { status: 'internal', message } }, 500));
    expect(await (await relay(speak(path))).json()).toEqual({
      detail: { status: 'internal', message: 'TypeError: x is undefined' },
    });
  });

  it.each(['invalid_api_key', 'missing_permissions', 'a_newer_word'])(
    "about the relay's key says that the operator must mend it: %s",
    async (status) => {
      const { relay } = relayTo(json({ detail: { status, message: `Invalid key ${KEY.slice(0, 20)}…` } }, 401));
      const answer = await relay(speak(path));
      expect(answer.status).toBe(401);
      const { detail } = await answer.json();
      expect(detail.status).toBe(status);
      expect(detail.message).toMatch(/refused the relay's own key.*operator/);
      expect(detail.message).not.toContain(KEY.slice(0, 12));
    },
  );

  it('about a spent quota keeps its words, since that key is good', async () => {
    const detail = { status: 'quota_exceeded', message: 'You have 3 credits left.' };
    const { relay } = relayTo(json({ detail }, 401));
    expect(await (await relay(speak(path))).json()).toEqual({ detail });
  });

  it('of endless length is read no further than 64 KiB', async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        read += 1;
        controller.enqueue(new Uint8Array(1024).fill(97));
      },
    });
    const { relay } = relayTo(new Response(endless, { status: 400 }));
    const answer = await relay(speak(path));
    expect([answer.status, await refusedFor(answer)]).toEqual([400, 'upstream_error']);
    expect(read).toBeLessThan(70);
  });
});

describe('an API that leads elsewhere or nowhere', () => {
  it.each([301, 302, 303, 307, 308, 304])('is not followed: %d', async (status) => {
    const { relay, reached } = relayTo(new Response(null, { status, headers: { location: 'https://evil.example/' } }));
    const answer = await relay(speak(path));
    const seen = await everythingIn(answer.clone());
    expect([answer.status, await refusedFor(answer)]).toEqual([502, 'upstream_redirect']);
    expect(seen).not.toContain('evil.example');
    expect(reached).toHaveLength(1);
  });

  it('that cannot be reached is a 502 without host or stack', async () => {
    const { relay } = relayTo(() => {
      throw new TypeError(`fetch failed: connect ECONNREFUSED 10.1.2.3:443 ${KEY}`);
    });
    const answer = await relay(speak(path));
    const seen = await everythingIn(answer.clone());
    expect([answer.status, await refusedFor(answer)]).toEqual([502, 'upstream_unreachable']);
    for (const secret of ['10.1.2.3', 'ECONN', ' at ', KEY]) expect(seen).not.toContain(secret);
  });

  it.each<[string, () => Response]>([
    ['a redirect', () => new Response(new ReadableStream(), { status: 307, headers: { location: '/' } })],
    ['a page', () => new Response(new ReadableStream(), { headers: { 'content-type': 'text/html' } })],
    [
      'a failure',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('is let go, its body unread: %s', async (_, api) => {
    const { relay, reached } = relayTo(api);
    expect((await relay(speak(path))).status).toBe(502);
    expect(reached[0]?.signal.aborted).toBe(true);
  });

  it('that breaks off in the middle of a list of voices is a 502', async () => {
    const cut = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('socket hang up')) });
    const { relay } = relayTo(new Response(cut, { headers: { 'content-type': 'application/json' } }));
    const answer = await relay(get('/v2/voices'));
    expect([answer.status, await refusedFor(answer)]).toEqual([502, 'upstream_unreachable']);
  });
});

describe('the key', () => {
  const word = fc.stringMatching(/^[ -~]{0,12}$/);
  const echo = fc.tuple(word, word).map(([before, after]) => `${before}${KEY}${after}`);
  const bodies = fc.oneof(
    fc.record({ detail: fc.record({ status: echo, message: echo, code: echo, type: echo, param: echo }) }),
    fc.record({ detail: echo }),
    fc.record({ detail: fc.array(fc.record({ loc: fc.array(echo), msg: echo, type: echo, input: echo })) }),
    fc.record({ error: echo, message: echo }),
    fc.record({ voices: fc.array(fc.record({ voice_id: echo, name: echo, labels: fc.dictionary(word, echo) })) }),
    fc.record({ voice_id: echo, description: echo, [KEY]: fc.constant(KEY) }),
    echo,
  );
  const statuses = fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 422, 429, 500, 503);
  const types = fc.constantFrom('application/json', 'text/html', 'audio/mpeg', `audio/${KEY}`);

  it('never leaves, whatever the API echoes, in body or headers, from any endpoint', async () => {
    const requests = [
      () => speak(path),
      () => speak('/v1/text-to-speech/abc'),
      () => get('/v2/voices'),
      () => get('/v1/voices/abc'),
    ];
    await fc.assert(
      fc.asyncProperty(bodies, statuses, types, fc.constantFrom(...requests), async (body, status, type, request) => {
        const headers = {
          'content-type': type,
          'request-id': `r-${KEY}`,
          'retry-after': KEY,
          'x-key': KEY,
          location: KEY,
        };
        const { relay } = relayTo(() => new Response(JSON.stringify(body), { status, headers }));
        expect(await everythingIn(await relay(request()))).not.toContain(KEY);
      }),
      { numRuns: 500 },
    );
  });

  it('never leaves by an escape in JSON', async () => {
    const escaped = [...KEY].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    const { relay } = relayTo(() => new Response(`{"voice_id":"a","name":"${escaped}"}`));
    expect(await (await relay(get('/v1/voices/a'))).json()).toEqual({ voice_id: 'a', name: '[key]' });
  });

  it('never leaves in an error line of a stream, wherever that is cut', async () => {
    const line = `{"audio_base64":"c2tfc2s="}\n{"detail":{"status":"invalid_api_key","message":"key ${KEY} is bad"}}\n`;
    const bytes = new TextEncoder().encode(line);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(bytes.subarray(0, cut));
          controller.enqueue(bytes.subarray(cut));
          controller.close();
        },
      });
      const { relay } = relayTo(() => new Response(body, { headers: { 'content-type': 'application/json' } }));
      expect(await (await relay(speak(path))).text()).toBe(line.replace(KEY, '*'.repeat(KEY.length)));
    }
  });
});

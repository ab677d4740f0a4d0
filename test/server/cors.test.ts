import { type CorsOptions, createRelayHandler } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { get, json, KEY, relayTo, speak } from './fake-api.js';

const APP = 'https://app.example';
const EVIL = 'https://evil.example';
const path = '/v1/text-to-speech/abc/stream/with-timestamps';
const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };

const corsOf = (answer: Response) =>
  Object.fromEntries([...answer.headers].filter(([name]) => name === 'vary' || name.startsWith('access-control-')));

function preflight(cors: CorsOptions | undefined, headers: Record<string, string>): Promise<Response> {
  return relayTo(json({}), { cors }).relay(get(path, { method: 'OPTIONS', headers: { ...asked, ...headers } }));
}

describe('a preflight', () => {
  it.each<[string, CorsOptions, string, Record<string, string>]>([
    ['any origin', { origins: '*' }, APP, { 'access-control-allow-origin': '*' }],
    ['a listed origin', { origins: [APP] }, APP, { 'access-control-allow-origin': APP }],
    [
      'an origin that a function allows',
      { origins: (o) => o.endsWith('.example') },
      APP,
      { 'access-control-allow-origin': APP },
    ],
    [
      'a listed origin with cookies',
      { origins: [EVIL, APP], credentials: true, maxAge: 60 },
      APP,
      {
        'access-control-allow-origin': APP,
        'access-control-allow-credentials': 'true',
        'access-control-max-age': '60',
      },
    ],
    [
      'an origin listed with capitals',
      { origins: ['https://App.Example'] },
      APP,
      { 'access-control-allow-origin': APP },
    ],
    ['a sandboxed page', { origins: ['null'] }, 'null', { 'access-control-allow-origin': 'null' }],
  ])('allows %s', async (_, cors, origin, expected) => {
    const answer = await preflight(cors, { origin });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(corsOf(answer)).toEqual({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
      vary: 'Origin',
      ...expected,
    });
  });

  it.each<[string, CorsOptions | undefined, string]>([
    ['without options', undefined, APP],
    ['of an origin that is not listed', { origins: [APP] }, EVIL],
    ['of an origin that begins like a listed one', { origins: [APP] }, `${APP}.evil.com`],
    ['of an origin with another port', { origins: [APP] }, `${APP}:8443`],
    ['of an origin that a function refuses', { origins: () => false }, APP],
    ['of a sandboxed page', { origins: [APP] }, 'null'],
  ])('is refused %s', async (_, cors, origin) => {
    const answer = await preflight(cors, { origin });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await answer.json()).toMatchObject({ detail: { status: 'origin_not_allowed' } });
  });

  it("allows an app's own headers, but no key and nothing that is no header", async () => {
    const names = 'Content-Type, Authorization, X-CSRF-Token, XI-API-Key, x y, , a\u00e9';
    const answer = await preflight({ origins: [APP] }, { origin: APP, 'access-control-request-headers': names });
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type, authorization, x-csrf-token');
  });

  it('reaches neither the API nor the key', async () => {
    let keys = 0;
    const { relay, reached } = relayTo(json({}), {
      cors: { origins: '*' },
      apiKey: () => {
        keys += 1;
        return KEY;
      },
    });
    await relay(get(path, { method: 'OPTIONS', headers: { ...asked, origin: APP } }));
    expect([reached.length, keys]).toEqual([0, 0]);
  });
});

describe('an answer', () => {
  const exposed =
    'request-id, character-cost, history-item-id, current-concurrent-requests, maximum-concurrent-requests, tts-latency-ms, retry-after';

  it.each<[string, Request, number]>([
    ['speech', speak(path, { text: 'a' }, { headers: { origin: APP } }), 200],
    ['a 422', speak(path, {}, { headers: { origin: APP } }), 422],
    ['a 404', get('/v1/user', { headers: { origin: APP } }), 404],
    ['a 405', get(path, { headers: { origin: APP } }), 405],
    ['a 415', speak(path, 'x', { headers: { origin: APP, 'content-type': 'text/plain' } }), 415],
  ])('can be read on an allowed origin: %s', async (_, request, status) => {
    const { relay } = relayTo(() => new Response('sound'), { cors: { origins: [APP], credentials: true } });
    const answer = await relay(request);
    expect(answer.status).toBe(status);
    expect(corsOf(answer)).toEqual({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': exposed,
      vary: 'Origin',
    });
  });

  it.each<[string, () => Response]>([
    ['an error of the API', () => json({ detail: { status: 'x', message: 'y' } }, 429)],
    [
      'an API that is away',
      () => {
        throw new TypeError('away');
      },
    ],
  ])('can be read on an allowed origin: %s', async (_, api) => {
    const { relay } = relayTo(api, { cors: { origins: '*' } });
    const answer = await relay(speak(path, { text: 'a' }, { headers: { origin: APP } }));
    expect(corsOf(answer)).toEqual({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': exposed,
      vary: 'Origin',
    });
  });

  it('can be read on no other origin, and says that it depends on it', async () => {
    const { relay } = relayTo(() => new Response('sound'), { cors: { origins: [APP] } });
    const answer = await relay(speak(path, { text: 'a' }, { headers: { origin: EVIL } }));
    expect(corsOf(answer)).toEqual({ vary: 'Origin' });
  });

  it('says nothing of origins without options', async () => {
    const { relay } = relayTo(() => new Response('sound'));
    const answer = await relay(speak(path, { text: 'a' }, { headers: { origin: APP } }));
    expect(corsOf(answer)).toEqual({});
  });
});

describe('options that cannot work', () => {
  it('are refused at once: any origin with cookies, in types too', () => {
    // @ts-expect-error browsers refuse '*' with credentials, so the types do
    const cors: CorsOptions = { origins: '*', credentials: true };
    expect(() => createRelayHandler({ apiKey: KEY, cors })).toThrow(/'\*' and cors\.credentials is true/);
  });

  it.each(['*', 'https://*.example', `${APP}/`, `${APP}/path`, 'app.example', ''])(
    'are refused at once: the origin %j',
    (origin) => {
      expect(() => createRelayHandler({ apiKey: KEY, cors: { origins: [origin] } })).toThrow(/which is no origin/);
    },
  );

  it.each([-1, 1.5, Number.NaN])('are refused at once: maxAge %d', (maxAge) => {
    expect(() => createRelayHandler({ apiKey: KEY, cors: { origins: '*', maxAge } })).toThrow(/whole seconds/);
  });
});

import { describe, expect, it } from 'vitest';
import { get, json, refusedFor, relayTo, speak } from './fake-api.js';

const path = '/v1/text-to-speech/abc/stream';
const sound = () => new Response('sound', { headers: { 'content-type': 'audio/mpeg' } });

describe('a policy', () => {
  const allow = {
    voices: ['abc'],
    models: ['eleven_flash_v2_5'],
    outputFormats: ['mp3_44100_128'],
    settings: ['stability'],
    maxCharacters: 5,
  };
  const flash = { text: 'Hello', model_id: 'eleven_flash_v2_5' };

  it.each([
    ['voice_not_allowed', '/v1/text-to-speech/other', flash],
    ['model_not_allowed', path, { text: 'Hello' }],
    ['model_not_allowed', path, { text: 'Hello', model_id: 'eleven_v3' }],
    ['output_format_not_allowed', `${path}?output_format=pcm_44100`, flash],
    ['setting_not_allowed', path, { ...flash, voice_settings: { speed: 1 } }],
    ['max_character_limit_exceeded', path, { ...flash, text: 'Hello!' }],
    ['parameter_not_allowed', path, { ...flash, seed: 1 }],
    ['parameter_not_allowed', `${path}?enable_logging=false`, flash],
  ])('refuses with %s what it does not allow: %s', async (code, where, body) => {
    const { relay, reached } = relayTo(sound, { allow, forbid: ['seed', 'enable_logging'] });
    const answer = await relay(speak(where, body));
    expect([answer.status >= 400 && answer.status < 500, await refusedFor(answer)]).toEqual([true, code]);
    expect(reached).toHaveLength(0);
  });

  it('lets through what it allows, and counts code points as the API bills them', async () => {
    const { relay, reached } = relayTo(sound, { allow });
    const body = { ...flash, text: '👩‍👩‍👧', voice_settings: { stability: 0.5 } };
    expect((await relay(speak(path, body))).status).toBe(200);
    expect(reached).toHaveLength(1);
  });

  it('shows only the voices that it allows', async () => {
    const voices = [{ voice_id: 'abc' }, { voice_id: 'other' }];
    const { relay, reached } = relayTo(json({ voices, has_more: false }), { allow });
    const page: { voices: unknown[] } = await (await relay(get('/v2/voices'))).json();
    expect(page.voices).toEqual([{ voice_id: 'abc' }]);
    expect((await relay(get('/v1/voices/other'))).status).toBe(403);
    expect(reached).toHaveLength(1);
  });

  it('admits parameters that are newer than the relay, by name, and no others', async () => {
    const { relay, reached } = relayTo(sound, { allow: { parameters: ['whisper'] } });
    expect((await relay(speak(`${path}?whisper=2`, { text: 'a', whisper: { much: true } }))).status).toBe(200);
    expect(JSON.parse(reached[0]?.body ?? '')).toEqual({ text: 'a', whisper: { much: true } });
    expect(reached[0]?.url).toContain('?whisper=2');
    expect(await refusedFor(await relay(speak(path, { text: 'a', shout: 1 })))).toBe('body.shout');
  });

  it('never lets an admitted name pass over a documented one', async () => {
    const { relay } = relayTo(sound, { allow: { parameters: ['seed', 'output_format'] } });
    expect(await refusedFor(await relay(speak(path, { text: 'a', seed: 'x' })))).toBe('body.seed');
    expect(await refusedFor(await relay(speak(`${path}?output_format=../x`)))).toBe('query.output_format');
  });
});

describe('who may ask', () => {
  it('is decided before anything of the request is read', async () => {
    const { relay, reached } = relayTo(sound, { authorize: () => new Response('Sign in.', { status: 401 }) });
    const request = speak(path);
    const answer = await relay(request);
    expect([answer.status, await answer.text(), request.bodyUsed]).toEqual([401, 'Sign in.', false]);
    expect(reached).toHaveLength(0);
  });

  it.each([undefined, null, '', 7, 'x'.repeat(257)])('lets nobody in by mistake: %j is no subject', async (subject) => {
    const authorize: () => Promise<string> = async () => JSON.parse(JSON.stringify({ subject })).subject;
    const { relay, reached } = relayTo(sound, { authorize });
    expect((await relay(speak(path))).status).toBe(401);
    expect(reached).toHaveLength(0);
  });

  it('says nothing of what authorize throws', async () => {
    const { relay } = relayTo(sound, { authorize: () => Promise.reject(new Error('SELECT secret at db.internal')) });
    const answer = await relay(speak(path));
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('db.internal')]);
  });

  it.each([
    [403, { origin: 'https://evil.example' }],
    [403, { origin: 'null' }],
    [403, { origin: 'https://app.example.evil.example', 'sec-fetch-site': 'cross-site' }],
    [200, { origin: 'https://app.example' }],
    [200, { origin: 'https://renamed.example', 'sec-fetch-site': 'same-origin' }],
    [200, { origin: 'https://friend.example' }],
    [200, {}],
  ])('answers %i to a page with %j', async (status, headers) => {
    const { relay, reached } = relayTo(sound, { cors: { origins: ['https://friend.example'] } });
    expect((await relay(speak(path, undefined, { headers }))).status).toBe(status);
    expect(reached).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe('patience', () => {
  const endless = (every: number) =>
    new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, every));
        controller.enqueue(new Uint8Array(16));
      },
    });

  it('ends with an API that does not answer: 504, and the call is aborted', async () => {
    const { relay, reached } = relayTo(() => new Promise(() => {}), { timeLimits: { firstByte: 0.05 } });
    const answer = await relay(speak(path));
    expect([answer.status, await refusedFor(answer), reached[0]?.signal.aborted]).toEqual([
      504,
      'upstream_timeout',
      true,
    ]);
  });

  it('ends with a stream that falls silent: it breaks, and the call is aborted', async () => {
    const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(4)) });
    const { relay, reached } = relayTo(new Response(silent), { timeLimits: { idle: 0.05 } });
    const answer = await relay(speak(path));
    await expect(answer.arrayBuffer()).rejects.toMatchObject({ name: 'StreamError' });
    expect(reached[0]?.signal.aborted).toBe(true);
  });

  it('ends with an error body that has no end, however slowly it comes', async () => {
    const { relay, reached } = relayTo(() => new Response(endless(10), { status: 400 }), { timeLimits: { idle: 0.1 } });
    expect((await relay(speak(path))).status).toBe(502);
    expect(reached[0]?.signal.aborted).toBe(true);
  });

  it('ends with a reader that takes nothing: the call is aborted, and its place is free', async () => {
    const { relay, reached } = relayTo(() => new Response(endless(1)), { timeLimits: { reader: 0.05 } });
    const reader = (await relay(speak(path))).body?.getReader();
    await reader?.read();
    await expect.poll(() => reached[0]?.signal.aborted).toBe(true);
    await expect(reader?.read()).rejects.toMatchObject({ name: 'StreamError' });
  });

  it('ends with a client that never finishes its body: 408, and nothing is bought', async () => {
    const init = { method: 'POST', body: endless(10), duplex: 'half', headers: { 'content-type': 'application/json' } };
    const { relay, reached } = relayTo(sound, { timeLimits: { requestBody: 0.1 } });
    expect((await relay(new Request(`https://app.example${path}`, init))).status).toBe(408);
    expect(reached).toHaveLength(0);
  });
});

it('tells load balancers that it is there, and asks neither the API nor who they are', async () => {
  const { relay, reached } = relayTo(sound, { prefix: '/api', authorize: () => new Response(null, { status: 401 }) });
  const answer = await relay(get('/api/health'));
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  expect(reached).toHaveLength(0);
});

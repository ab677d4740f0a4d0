import { describe, expect, it } from 'vitest';
import { get, json, refusedFor, relayTo, speak } from './fake-api.js';

const voices = () => json({ voices: [], has_more: false });

describe('a body of speech', () => {
  it.each<[string, unknown, string]>([
    ['an unknown parameter', { text: 'a', voice_setings: {} }, 'body.voice_setings'],
    ['an unknown voice setting', { text: 'a', voice_settings: { stabilty: 1 } }, 'body.voice_settings.stabilty'],
    ['camelCase', { text: 'a', modelId: 'x' }, 'body.modelId'],
    ['a voice in the body', { text: 'a', voice_id: 'x' }, 'body.voice_id'],
    ['__proto__', '{"text":"a","__proto__":{"x":1}}', 'body.__proto__'],
    ['no text', {}, 'body.text'],
    ['a text that is none', { text: 7 }, 'body.text'],
    ['text null', { text: null }, 'body.text'],
    ['a seed below', { text: 'a', seed: -1 }, 'body.seed'],
    ['a seed above', { text: 'a', seed: 4294967296 }, 'body.seed'],
    ['a seed between', { text: 'a', seed: 1.5 }, 'body.seed'],
    ['a speed too slow', { text: 'a', voice_settings: { speed: 0.69 } }, 'body.voice_settings.speed'],
    ['a speed too fast', { text: 'a', voice_settings: { speed: 1.21 } }, 'body.voice_settings.speed'],
    ['a stability above', { text: 'a', voice_settings: { stability: 1.01 } }, 'body.voice_settings.stability'],
    [
      'a boost that is a word',
      { text: 'a', voice_settings: { use_speaker_boost: 'yes' } },
      'body.voice_settings.use_speaker_boost',
    ],
    ['settings as a list', { text: 'a', voice_settings: [] }, 'body.voice_settings'],
    ['settings as a text', { text: 'a', voice_settings: '{}' }, 'body.voice_settings'],
    ['four request ids', { text: 'a', previous_request_ids: ['1', '2', '3', '4'] }, 'body.previous_request_ids'],
    ['a number among request ids', { text: 'a', next_request_ids: [1] }, 'body.next_request_ids.0'],
    ['a normalization that is none', { text: 'a', apply_text_normalization: 'yes' }, 'body.apply_text_normalization'],
    ['a list for a body', [], 'body'],
    ['null for a body', 'null', 'body'],
    ['a text for a body', '"hello"', 'body'],
  ])('is refused by name for %s', async (_, body, name) => {
    const { relay, reached } = relayTo(voices);
    const answer = await relay(speak('/v1/text-to-speech/abc/stream', body));
    expect(answer.status).toBe(422);
    expect(await refusedFor(answer)).toBe(name);
    expect(reached).toHaveLength(0);
  });

  it('says which parameter is unknown', async () => {
    const { relay } = relayTo(voices);
    const answer = await relay(speak('/v1/text-to-speech/abc', { text: 'a', voice_setings: {} }));
    expect(await answer.json()).toEqual({
      detail: [{ loc: ['body', 'voice_setings'], msg: 'Unknown parameter "voice_setings".', type: 'extra_forbidden' }],
    });
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"text":'],
    ['a form', 'text=hello'],
    ['two objects', '{"text":"a"}{"text":"b"}'],
  ])('is refused as no JSON: %s', async (_, body) => {
    const { relay, reached } = relayTo(voices);
    const answer = await relay(speak('/v1/text-to-speech/abc', body));
    expect([answer.status, await refusedFor(answer)]).toEqual([400, 'invalid_json']);
    expect(reached).toHaveLength(0);
  });

  it('is refused where it is not UTF-8', async () => {
    const { relay } = relayTo(voices);
    const bytes = new Uint8Array([...new TextEncoder().encode('{"text":"'), 0xff, 0xfe, 0x22, 0x7d]);
    const headers = { 'content-type': 'application/json' };
    const answer = await relay(
      new Request('https://app.example/v1/text-to-speech/abc', { method: 'POST', body: bytes, headers }),
    );
    expect([answer.status, await refusedFor(answer)]).toEqual([400, 'invalid_json']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=iso-8859-1',
    'application/jsonp',
    'text/plain, application/json',
  ])('is refused when sent as %s, so that no page can send it without a preflight', async (type) => {
    const { relay, reached } = relayTo(voices);
    const answer = await relay(speak('/v1/text-to-speech/abc', { text: 'a' }, { headers: { 'content-type': type } }));
    expect([answer.status, await refusedFor(answer)]).toEqual([415, 'unsupported_media_type']);
    expect(reached).toHaveLength(0);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'is taken when sent as %s',
    async (type) => {
      const { relay } = relayTo(() => new Response('sound', { headers: { 'content-type': 'audio/mpeg' } }));
      const answer = await relay(speak('/v1/text-to-speech/abc', { text: 'a' }, { headers: { 'content-type': type } }));
      expect(answer.status).toBe(200);
    },
  );

  it('is refused when compressed', async () => {
    const { relay } = relayTo(voices);
    const answer = await relay(
      speak('/v1/text-to-speech/abc', { text: 'a' }, { headers: { 'content-encoding': 'gzip' } }),
    );
    expect(answer.status).toBe(415);
  });

  it('of 100 000 nested lists is refused like any other', async () => {
    const { relay } = relayTo(voices);
    const deep = `{"text":"a","voice_settings":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const answer = await relay(speak('/v1/text-to-speech/abc', deep));
    expect([answer.status, await refusedFor(answer)]).toEqual([422, 'body.voice_settings']);
  });
});

describe('a large body', () => {
  it('is refused by its length before any of it is read', async () => {
    const { relay, reached } = relayTo(voices, { maxBodyBytes: 100 });
    let read = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          read += 1;
          controller.enqueue(new Uint8Array(50));
        },
      },
      { highWaterMark: 0 },
    );
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json', 'content-length': '101' },
    };
    const answer = await relay(new Request('https://app.example/v1/text-to-speech/abc', init));
    expect([answer.status, await refusedFor(answer), read]).toEqual([413, 'body_too_large', 0]);
    expect(reached).toHaveLength(0);
  });

  it('without a length is read to the limit and no further, then let go', async () => {
    const { relay } = relayTo(voices, { maxBodyBytes: 100 });
    let read = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          read += 1;
          controller.enqueue(new Uint8Array(40));
        },
        cancel: () => {
          cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    };
    const answer = await relay(new Request('https://app.example/v1/text-to-speech/abc', init));
    expect([answer.status, read, cancelled]).toEqual([413, 3, true]);
  });

  it.each([
    [1024 * 1024, 200],
    [1024 * 1024 + 1, 413],
  ])('of %d bytes is answered with %d by default', async (size, status) => {
    const { relay } = relayTo(() => new Response('sound', { headers: { 'content-type': 'audio/mpeg' } }));
    const body = JSON.stringify({ text: 'x'.repeat(size - '{"text":""}'.length) });
    expect((await relay(speak('/v1/text-to-speech/abc', body))).status).toBe(status);
  });
});

describe('a query', () => {
  it.each([
    ['/v2/voices?pagesize=5', 'query.pagesize'],
    ['/v2/voices?page_size=0', 'query.page_size'],
    ['/v2/voices?page_size=101', 'query.page_size'],
    ['/v2/voices?page_size=1e1', 'query.page_size'],
    ['/v2/voices?page_size=', 'query.page_size'],
    ['/v2/voices?page_size=5&page_size=6', 'query.page_size'],
    ['/v2/voices?sort=age', 'query.sort'],
    ['/v2/voices?sort_direction=up', 'query.sort_direction'],
    ['/v2/voices?voice_type=mine', 'query.voice_type'],
    ['/v2/voices?category=all', 'query.category'],
    ['/v2/voices?fine_tuning_state=done', 'query.fine_tuning_state'],
    ['/v2/voices?include_total_count=1', 'query.include_total_count'],
    ['/v2/voices?voice_ids=', 'query.voice_ids.0'],
    [`/v2/voices?${'voice_ids=a&'.repeat(101)}`, 'query.voice_ids'],
    ['/v2/voices?__proto__=x', 'query.__proto__'],
    ['/v2/voices?xi-api-key=sk_1', 'query.xi-api-key'],
    ['/v1/voices/abc?with_settings=yes', 'query.with_settings'],
    ['/v1/voices/abc?page_size=1', 'query.page_size'],
  ])('of voices is refused by name: GET %s', async (path, name) => {
    const { relay, reached } = relayTo(voices);
    const answer = await relay(get(path));
    expect([answer.status, await refusedFor(answer)]).toEqual([422, name]);
    expect(reached).toHaveLength(0);
  });

  it.each([
    '/v2/voices?search=&next_page_token=a%2Bb%3D%3D',
    '/v2/voices?sort=name&sort_direction=desc&voice_type=non-default&category=professional',
    '/v2/voices?fine_tuning_state=fine_tuned&collection_id=c&include_total_count=false',
    `/v2/voices?${'voice_ids=a&'.repeat(100)}`,
  ])('of the reference is sent on as it came: GET %s', async (path) => {
    const { relay, reached } = relayTo(voices);
    expect((await relay(get(path))).status).toBe(200);
    const [sent, asked] = [new URL(reached[0]?.url ?? ''), new URL(path, 'https://app.example')];
    expect([...sent.searchParams]).toEqual([...asked.searchParams]);
  });

  it.each([
    ['output_format=mp3%0d%0a', 'query.output_format'],
    ['output_format=', 'query.output_format'],
    ['output_format=a&output_format=b', 'query.output_format'],
    ['optimize_streaming_latency=5', 'query.optimize_streaming_latency'],
    ['enable_logging=0', 'query.enable_logging'],
    ['format=mp3_44100_128', 'query.format'],
    ['text=hello', 'query.text'],
  ])('of speech is refused by name: ?%s', async (query, name) => {
    const { relay, reached } = relayTo(voices);
    const answer = await relay(speak(`/v1/text-to-speech/abc?${query}`));
    expect([answer.status, await refusedFor(answer)]).toEqual([422, name]);
    expect(reached).toHaveLength(0);
  });

  it('may name a format that is newer than this library', async () => {
    const { relay, reached } = relayTo(() => new Response('sound'));
    await relay(speak('/v1/text-to-speech/abc?output_format=wav_44100'));
    expect(reached[0]?.url).toMatch(/\?output_format=wav_44100$/);
  });
});

describe('a method', () => {
  it.each([
    ['GET', '/v1/text-to-speech/abc', 'POST, OPTIONS'],
    ['PUT', '/v1/text-to-speech/abc/stream', 'POST, OPTIONS'],
    ['DELETE', '/v1/voices/abc', 'GET, OPTIONS'],
    ['HEAD', '/v2/voices', 'GET, OPTIONS'],
    ['POST', '/v2/voices', 'GET, OPTIONS'],
    ['OPTIONS', '/v2/voices', 'GET, OPTIONS'],
  ])('that the endpoint does not take is refused with those it does: %s %s', async (method, path, allow) => {
    const { relay, reached } = relayTo(voices);
    const answer = await relay(get(path, { method }));
    expect([answer.status, answer.headers.get('allow'), await refusedFor(answer)]).toEqual([
      405,
      allow,
      'method_not_allowed',
    ]);
    expect(reached).toHaveLength(0);
  });
});

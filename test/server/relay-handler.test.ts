import { createRelayHandler } from 'react-readalong/server';
import { describe, expect, it } from 'vitest';
import { everythingIn, get, json, KEY, refusedFor, relayTo, speak } from './fake-api.js';

const audio = () => new Response('sound', { headers: { 'content-type': 'audio/mpeg' } });

describe('what reaches the API', () => {
  it.each([
    ['/v1/text-to-speech/abc', '*/*'],
    ['/v1/text-to-speech/abc/stream', '*/*'],
    ['/v1/text-to-speech/abc/with-timestamps', 'application/json'],
    ['/v1/text-to-speech/abc/stream/with-timestamps', 'application/json'],
  ])('is the same call with the key added: POST %s', async (path, accept) => {
    const { relay, reached } = relayTo(audio);
    const answer = await relay(speak(`${path}?output_format=pcm_16000&enable_logging=false`));
    expect(await answer.text()).toBe('sound');
    expect(reached).toHaveLength(1);
    expect(reached[0]).toMatchObject({ method: 'POST', body: '{"text":"Hello."}', redirect: 'manual' });
    expect(reached[0]?.url).toBe(`https://api.elevenlabs.io${path}?output_format=pcm_16000&enable_logging=false`);
    expect(reached[0]?.headers.get('xi-api-key')).toBe(KEY);
    expect(reached[0]?.headers.get('accept')).toBe(accept);
  });

  it.each([
    ['/v2/voices?search=warm%20%26%20low&voice_ids=a&voice_ids=b&page_size=100', { voices: [], has_more: false }],
    ['/v1/voices/abc?with_settings=true', { voice_id: 'abc' }],
  ])('is the same call with the key added: GET %s', async (path, body) => {
    const { relay, reached } = relayTo(() => json(body));
    expect(await (await relay(get(path))).json()).toEqual(body);
    expect(reached[0]).toMatchObject({ method: 'GET', body: '' });
    const [sent, asked] = [new URL(reached[0]?.url ?? ''), new URL(path, 'https://api.elevenlabs.io')];
    expect([sent.origin, sent.pathname, [...sent.searchParams]]).toEqual([
      asked.origin,
      asked.pathname,
      [...asked.searchParams],
    ]);
    expect(reached[0]?.headers.get('xi-api-key')).toBe(KEY);
  });

  it('holds the text code unit for code unit, and every parameter of the reference', async () => {
    const { relay, reached } = relayTo(audio);
    const body = {
      text: '  “Ünï”\r\n\n\t👩‍👩‍👧 e\u0301 \u0000 \ud83d end\u2028 ',
      model_id: 'eleven_turbo_v2_5',
      language_code: 'en',
      voice_settings: { stability: 0, similarity_boost: 1, style: null, use_speaker_boost: true, speed: 0.7 },
      pronunciation_dictionary_locators: [{ pronunciation_dictionary_id: 'd', version_id: null }],
      seed: 4294967295,
      previous_text: 'before',
      next_text: null,
      previous_request_ids: ['a', 'b', 'c'],
      next_request_ids: [],
      apply_text_normalization: 'off',
      apply_language_text_normalization: true,
      use_pvc_as_ivc: false,
    };
    expect((await relay(speak('/v1/text-to-speech/abc', body))).status).toBe(200);
    expect(JSON.parse(reached[0]?.body ?? '')).toEqual(body);
  });

  it("holds no header of the client's, and never its key", async () => {
    const { relay, reached } = relayTo(audio);
    const headers = {
      'xi-api-key': 'sk_of_the_client',
      cookie: 'a=b',
      authorization: 'Bearer t',
      'x-forwarded-for': '1.2.3.4',
    };
    const answer = await relay(speak('/v1/text-to-speech/abc', { text: 'Hi' }, { headers }));
    expect([...(reached[0]?.headers.keys() ?? [])].sort()).toEqual([
      'accept',
      'accept-encoding',
      'content-type',
      'xi-api-key',
    ]);
    expect(reached[0]?.headers.get('xi-api-key')).toBe(KEY);
    expect(await everythingIn(answer)).not.toContain('sk_of_the_client');
  });

  it('goes to another base, below its path', async () => {
    const { relay, reached } = relayTo(audio, { baseUrl: 'http://127.0.0.1:9/base/' });
    await relay(speak('/v1/text-to-speech/abc'));
    expect(reached[0]?.url).toBe('http://127.0.0.1:9/base/v1/text-to-speech/abc');
  });

  it.each(['/api/speech', 'api/speech/', '/api/speech/'])('is found below the prefix %s', async (prefix) => {
    const { relay, reached } = relayTo(audio, { prefix });
    expect((await relay(speak('/api/speech/v1/text-to-speech/abc'))).status).toBe(200);
    expect(reached[0]?.url).toBe('https://api.elevenlabs.io/v1/text-to-speech/abc');
    for (const path of [
      '/v1/text-to-speech/abc',
      '/api/speechv1/text-to-speech/abc',
      '/API/speech/v1/text-to-speech/abc',
    ]) {
      expect(await refusedFor(await relay(speak(path)))).toBe('endpoint_not_found');
    }
    expect(reached).toHaveLength(1);
  });
});

describe('the key', () => {
  it.each(['', '   ', '\n', 'sk_a\nb', 'sk_ключ'])('is refused at once where it cannot be one: %j', (apiKey) => {
    expect(() => createRelayHandler({ apiKey })).toThrow(/no usable API key.*ELEVENLABS_API_KEY/);
  });

  it('is not repeated by the error that refuses it', () => {
    expect(() => createRelayHandler({ apiKey: 'sk_se cret' })).toThrow(expect.not.stringContaining('se cret'));
  });

  it('loses the white space that a file leaves round it', async () => {
    const { relay, reached } = relayTo(audio, { apiKey: () => ` ${KEY}\n` });
    await relay(speak('/v1/text-to-speech/abc'));
    expect(reached[0]?.headers.get('xi-api-key')).toBe(KEY);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['returns nothing', () => ''],
    ['returns white space', () => Promise.resolve(' \n')],
    [
      'throws',
      () => {
        throw new Error(`vault with ${KEY}`);
      },
    ],
    ['rejects', () => Promise.reject(new Error(`vault with ${KEY}`))],
  ])('is asked for with each call; 503 when its function %s', async (_, apiKey) => {
    const { relay, reached } = relayTo(audio, { apiKey });
    const answer = await relay(speak('/v1/text-to-speech/abc'));
    expect(answer.status).toBe(503);
    const seen = await everythingIn(answer);
    expect(seen).toContain('relay_key_missing');
    expect(seen).not.toContain(KEY);
    expect(reached).toHaveLength(0);
  });

  it('is not fetched for a request that is refused anyway', async () => {
    let asked = 0;
    const { relay } = relayTo(audio, {
      apiKey: () => {
        asked += 1;
        return KEY;
      },
    });
    await relay(speak('/v1/text-to-speech/abc', { txt: 'typo' }));
    await relay(get('/v1/user'));
    expect(asked).toBe(0);
    await relay(speak('/v1/text-to-speech/abc'));
    expect(asked).toBe(1);
  });
});

describe('options that cannot work', () => {
  it.each(['', 'api.elevenlabs.io', 'ftp://api.example', 'https://user:pw@api.example', 'https://api.example/?a=b'])(
    'are refused at once: baseUrl %j',
    (baseUrl) => {
      expect(() => createRelayHandler({ apiKey: KEY, baseUrl })).toThrow(/baseUrl is no plain http/);
    },
  );

  it.each([0, -1, Number.NaN])('are refused at once: maxBodyBytes %d', (maxBodyBytes) => {
    expect(() => createRelayHandler({ apiKey: KEY, maxBodyBytes })).toThrow(/maxBodyBytes/);
  });
});

describe('each answer', () => {
  it('passes on the headers a reader may see, and no other', async () => {
    const { relay } = relayTo(
      new Response('sound', {
        status: 200,
        headers: {
          'content-type': 'audio/mpeg',
          'request-id': 'r1',
          'character-cost': '6',
          'history-item-id': 'h1',
          'current-concurrent-requests': '1',
          'maximum-concurrent-requests': '5',
          'tts-latency-ms': '120',
          'set-cookie': 'session=1',
          server: 'uvicorn',
          'x-trace-id': 't',
          'access-control-allow-origin': 'https://elevenlabs.io',
          'content-length': '5',
        },
      }),
    );
    const answer = await relay(speak('/v1/text-to-speech/abc'));
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'audio/mpeg',
      'x-content-type-options': 'nosniff',
      'request-id': 'r1',
      'character-cost': '6',
      'history-item-id': 'h1',
      'current-concurrent-requests': '1',
      'maximum-concurrent-requests': '5',
      'tts-latency-ms': '120',
    });
  });

  it.each(['image/svg+xml', 'text/javascript', 'application/xml', ''])(
    'has a type that no browser runs, whatever the API says: %j',
    async (type) => {
      const { relay } = relayTo(new Response(new Uint8Array(3), { headers: { 'content-type': type } }));
      const answer = await relay(speak('/v1/text-to-speech/abc'));
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    },
  );
});

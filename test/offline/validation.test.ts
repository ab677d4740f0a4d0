import type { OfflineCall } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { type AskOptions, ask, instantTones } from './ask.js';

const flash = { model_id: 'eleven_flash_v2_5' };
const v3 = { model_id: 'eleven_v3' };

async function answer(body: object | string, options?: AskOptions) {
  const response = await instantTones()(ask(body, options));
  const text = await response.text();
  return { status: response.status, json: response.status === 200 ? null : JSON.parse(text) };
}

describe('a request that does not fit', () => {
  test.each<[string, object | string, (string | number)[]]>([
    ['no text', {}, ['body', 'text']],
    ['a text that is none', { text: 5 }, ['body', 'text']],
    ['a body that is no object', '"text"', ['body']],
    ['a body that is no JSON', '{', ['body', 0]],
    ['a seed below its range', { text: 'Hi', seed: -1 }, ['body', 'seed']],
    ['a seed above its range', { text: 'Hi', seed: 4294967296 }, ['body', 'seed']],
    ['four request ids', { text: 'Hi', previous_request_ids: ['a', 'b', 'c', 'd'] }, ['body', 'previous_request_ids']],
    [
      'a setting of another type',
      { text: 'Hi', voice_settings: { stability: 'high' } },
      ['body', 'voice_settings', 'stability'],
    ],
    ['another normalization', { text: 'Hi', apply_text_normalization: 'maybe' }, ['body', 'apply_text_normalization']],
    [
      'a locator without its id',
      { text: 'Hi', pronunciation_dictionary_locators: [{}] },
      ['body', 'pronunciation_dictionary_locators', 0, 'pronunciation_dictionary_id'],
    ],
  ])('is a 422 that names the place: %s', async (_name, body, loc) => {
    const { status, json } = await answer(body);
    expect(status).toBe(422);
    expect(json.detail[0]).toEqual({ loc, msg: expect.any(String), type: expect.any(String) });
  });

  test('is a 422 for the query too', async () => {
    const { status, json } = await answer({ text: 'Hi' }, { query: '?optimize_streaming_latency=9' });
    expect([status, json.detail[0].loc]).toEqual([422, ['query', 'optimize_streaming_latency']]);
  });

  test.each<[string, object, AskOptions, number, string]>([
    ['an empty text', { text: '' }, {}, 400, 'input_text_empty'],
    ['a text of white space', { text: ' \n ' }, {}, 400, 'input_text_empty'],
    ['a speed of 0.69', { text: 'Hi', voice_settings: { speed: 0.69 } }, {}, 400, 'invalid_voice_settings'],
    ['a stability of 2', { text: 'Hi', voice_settings: { stability: 2 } }, {}, 400, 'invalid_voice_settings'],
    ['10 001 characters', { text: 'a'.repeat(10_001) }, {}, 400, 'max_character_limit_exceeded'],
    ['5 001 characters on v3', { text: '👋'.repeat(5001), ...v3 }, {}, 400, 'max_character_limit_exceeded'],
    ['an unknown model', { text: 'Hi', model_id: 'eleven_v9' }, {}, 400, 'model_not_found'],
    ['a language on a model of one', { text: 'Hi', language_code: 'de' }, {}, 400, 'unsupported_language_code'],
    ['previous_text on v3', { text: 'Hi', previous_text: 'Oh', ...v3 }, {}, 400, 'unsupported_parameter'],
    [
      'normalization "on" with flash',
      { text: 'Hi', apply_text_normalization: 'on', ...flash },
      {},
      400,
      'unsupported_parameter',
    ],
    ['an unknown request before', { text: 'Hi', previous_request_ids: ['a'] }, {}, 400, 'invalid_request_id'],
    ['an unknown request behind', { text: 'Hi', next_request_ids: ['a'] }, {}, 400, 'invalid_request_id'],
    ['opus', { text: 'Hi' }, { query: '?output_format=opus_48000_64' }, 400, 'invalid_output_format'],
    ['a format that is none', { text: 'Hi' }, { query: '?output_format=mp3_44100_100' }, 400, 'invalid_output_format'],
    ['an unknown voice', { text: 'Hi' }, { voice: 'AAAAAAAAAAAAAAAAAAAA' }, 404, 'voice_not_found'],
    ['no key', { text: 'Hi' }, { key: null }, 401, 'needs_authorization'],
  ])('is refused in the words of the API: %s', async (_name, body, options, status, word) => {
    const refused = await answer(body, options);
    expect(refused).toEqual({ status, json: { detail: { status: word, message: expect.any(String) } } });
  });

  test('has the wrong key', async () => {
    const fetch = instantTones({ apiKey: 'right' });
    const refused = await fetch(ask({ text: 'Hi' }, { key: 'wrong' }));
    expect(refused.status).toBe(401);
    const text = await refused.text();
    expect(JSON.parse(text).detail.status).toBe('invalid_api_key');
    expect(text).not.toMatch(/right|wrong/);
    const accepted = await fetch(ask({ text: 'Hi' }, { key: 'right' }));
    expect(accepted.status).toBe(200);
    await accepted.body?.cancel();
  });

  test.each([
    ['GET', '/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb', 405, 'Method Not Allowed'],
    ['POST', '/v2/voices', 405, 'Method Not Allowed'],
    ['GET', '/v1/history', 404, 'Not Found'],
    ['GET', '/', 404, 'Not Found'],
  ])('has no such path: %s %s', async (method, path, status, detail) => {
    const response = await instantTones()(
      new Request(`https://api.example.test${path}`, { method, headers: { 'xi-api-key': 'k' } }),
    );
    expect([response.status, await response.json()]).toEqual([status, { detail }]);
  });
});

test('a model that is newer than the stand-in speaks by the rules that it is given', async () => {
  const model = {
    maxCharacters: 20,
    creditsPerCharacter: 2,
    languageCode: false,
    stitching: false,
    normalizationOn: false,
    padding: false,
  };
  const fetch = instantTones({ models: { eleven_v9: model } });
  const spoken = await fetch(ask({ text: 'Good day.', model_id: 'eleven_v9' }));
  expect([spoken.status, spoken.headers.get('character-cost')]).toEqual([200, '18']);
  await spoken.body?.cancel();
  const statuses = [{ text: 'Good day, my friend. ' }, { previous_text: 'Oh' }].map(
    async (fields) => (await fetch(ask({ text: 'Good day.', model_id: 'eleven_v9', ...fields }))).status,
  );
  expect(await Promise.all(statuses)).toEqual([400, 400]);
});

describe('a request that fits', () => {
  test.each<[string, object]>([
    [
      'unknown fields, which the API ignores',
      { text: 'Hi', stabilty: 1, voice_settings: { stability: 0.5, pitch: 3 } },
    ],
    ['nulls', { text: 'Hi', language_code: null, voice_settings: { speed: null }, seed: null, previous_text: null }],
    ['exactly as many characters as v3 takes, counted in code points', { text: '👋'.repeat(5000), ...v3 }],
    ['a language on flash', { text: 'Hi', language_code: 'de', ...flash }],
    ['stitching on v2', { text: 'Hi', previous_text: 'Oh', next_text: 'Ah', previous_request_ids: [] }],
  ])('is spoken: %s', async (_name, body) => {
    const response = await instantTones()(ask(body));
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });

  test('costs its code points, half of that on flash, and has an id of its own', async () => {
    const calls: OfflineCall[] = [];
    const fetch = instantTones({ onCall: (call) => calls.push(call) });
    const full = await fetch(ask({ text: 'Hey 👋' }));
    const half = await fetch(ask({ text: 'Hey 👋', ...flash }, { tail: '/stream' }));
    const refused = await fetch(ask({ text: '' }));
    expect([full, half].map((response) => response.headers.get('character-cost'))).toEqual(['5', '2.5']);
    expect(refused.headers.has('character-cost')).toBe(false);
    const ids = [full, half, refused].map((response) => response.headers.get('request-id'));
    expect(new Set(ids).size).toBe(3);
    expect(
      calls.map(({ index, characters, cost, status, requestId }) => [index, characters, cost, status, requestId]),
    ).toEqual([
      [0, 5, 5, 200, ids[0]],
      [1, 5, 2.5, 200, ids[1]],
      [2, 0, 0, 400, ids[2]],
    ]);
    expect(calls[1]).toMatchObject({
      endpoint: { kind: 'speech', stream: true, timestamps: false },
      body: { text: 'Hey 👋', model_id: 'eleven_flash_v2_5' },
      outputFormat: 'mp3_44100_128',
    });
    expect(calls[2]?.body).toBeNull();
    await Promise.all([full.body?.cancel(), half.body?.cancel()]);
  });
});

import type { SpeechRequest } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { HELLO, line, relayThat } from './fake-relay.js';

const answer = () => new Response(line(HELLO.text));

async function sentFor(request: SpeechRequest) {
  const { relay, sent } = relayThat(answer);
  await relay.speak(request);
  expect(sent).toHaveLength(1);
  const [call] = sent;
  if (!call) throw new Error('Nothing was sent.');
  const url = new URL(call.url);
  return { ...call, path: url.pathname, query: Object.fromEntries(url.searchParams) };
}

interface Row {
  readonly value: unknown;
  /** What must be asked for together with it. */
  readonly beside?: Partial<SpeechRequest>;
  readonly body?: Record<string, unknown>;
  readonly query?: Record<string, string>;
  readonly path?: string;
}

const PATH = '/speech/v1/text-to-speech/';

/** One row for each parameter: a new one without a row does not compile. */
const ROWS: { [Name in keyof Required<SpeechRequest>]: Row & { readonly value: SpeechRequest[Name] } } = {
  text: { value: 'Good day.', body: { text: 'Good day.' } },
  voiceId: { value: 'abc_-123', path: `${PATH}abc_-123/stream/with-timestamps` },
  modelId: { value: 'eleven_v3', body: { model_id: 'eleven_v3' } },
  // Only models that can enforce a language take one.
  languageCode: {
    value: 'de',
    beside: { modelId: 'eleven_flash_v2_5' },
    body: { model_id: 'eleven_flash_v2_5', language_code: 'de' },
  },
  outputFormat: { value: 'pcm_24000', query: { output_format: 'pcm_24000' } },
  voiceSettings: {
    value: { stability: 0.1, similarityBoost: 0.2, style: 0.3, useSpeakerBoost: false, speed: 1.1 },
    body: {
      voice_settings: { stability: 0.1, similarity_boost: 0.2, style: 0.3, use_speaker_boost: false, speed: 1.1 },
    },
  },
  pronunciationDictionaryLocators: {
    value: [{ pronunciationDictionaryId: 'a', versionId: 'b' }, { pronunciationDictionaryId: 'c' }],
    body: {
      pronunciation_dictionary_locators: [
        { pronunciation_dictionary_id: 'a', version_id: 'b' },
        { pronunciation_dictionary_id: 'c' },
      ],
    },
  },
  seed: { value: 4294967295, body: { seed: 4294967295 } },
  previousText: { value: 'Before.', body: { previous_text: 'Before.' } },
  nextText: { value: 'After.', body: { next_text: 'After.' } },
  previousRequestIds: { value: ['a', 'b', 'c'], body: { previous_request_ids: ['a', 'b', 'c'] } },
  nextRequestIds: { value: ['d'], body: { next_request_ids: ['d'] } },
  applyTextNormalization: { value: 'off', body: { apply_text_normalization: 'off' } },
  applyLanguageTextNormalization: { value: true, body: { apply_language_text_normalization: true } },
  enableLogging: { value: false, query: { enable_logging: 'false' } },
  optimizeStreamingLatency: { value: 0, query: { optimize_streaming_latency: '0' } },
  usePvcAsIvc: { value: true, body: { use_pvc_as_ivc: true } },
  stream: { value: false, path: `${PATH}${HELLO.voiceId}/with-timestamps` },
  timestamps: { value: false, path: `${PATH}${HELLO.voiceId}/stream` },
};

describe('a request', () => {
  test.each(Object.entries(ROWS))('sends %s as the API spells it, and nothing else', async (name, row: Row) => {
    const { body, query, path } = await sentFor({ ...HELLO, ...row.beside, [name]: row.value });
    expect(body).toEqual({ text: HELLO.text, ...row.body });
    expect(query).toEqual(row.query ?? {});
    expect(path).toBe(row.path ?? `${PATH}${HELLO.voiceId}/stream/with-timestamps`);
  });

  test.each([
    [true, true, '/stream/with-timestamps'],
    [true, false, '/stream'],
    [false, true, '/with-timestamps'],
    [false, false, ''],
  ])('with stream %s and timestamps %s goes to its own endpoint', async (stream, timestamps, tail) => {
    const { path, init, headers } = await sentFor({ ...HELLO, stream, timestamps });
    expect(path).toBe(`${PATH}${HELLO.voiceId}${tail}`);
    expect(init.method).toBe('POST');
    expect(headers.get('content-type')).toBe('application/json');
  });

  test('passes null on where the API takes it, and leaves undefined out', async () => {
    const { body, query } = await sentFor({
      ...HELLO,
      modelId: undefined,
      seed: null,
      languageCode: null,
      voiceSettings: { stability: null, speed: undefined },
      previousRequestIds: null,
      optimizeStreamingLatency: null,
      enableLogging: undefined,
    });
    expect(body).toEqual({
      text: HELLO.text,
      seed: null,
      language_code: null,
      voice_settings: { stability: null },
      previous_request_ids: null,
    });
    expect(query).toEqual({});
  });

  test('keeps the text as it was written, white space and half a surrogate pair included', async () => {
    const text = '  \n“Hé” 👩‍👩‍👧\u0301 \ud83d end  ';
    const { init } = await sentFor({ ...HELLO, text });
    expect(JSON.parse(String(init.body))).toEqual({ text });
  });

  test('tells what the answer cost and by which id its maker knows it', async () => {
    const headers = { 'request-id': 'r1', 'character-cost': '2.5' };
    const { relay } = relayThat(() => new Response(line(HELLO.text), { headers }));
    expect(await relay.speak(HELLO)).toMatchObject({
      requestId: 'r1',
      characterCost: 2.5,
      outputFormat: 'mp3_44100_128',
    });
  });

  test('says null where the relay exposes neither', async () => {
    const { relay } = relayThat(answer);
    const speech = await relay.speak({ ...HELLO, outputFormat: 'pcm_16000' });
    expect(speech).toMatchObject({ requestId: null, characterCost: null, outputFormat: 'pcm_16000' });
  });
});

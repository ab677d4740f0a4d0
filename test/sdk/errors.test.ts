import { ElevenLabs, ElevenLabsError } from '@elevenlabs/elevenlabs-js';
import { RelayError, StreamError } from 'react-readalong';
import type { Fault } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../relay/read-answer.js';
import { bothClients, ENDPOINTS, sayWithRelay, sayWithSdk, VOICE } from './both-clients.js';

const status = (code: number, word: string): Fault => ({
  kind: 'status',
  status: code,
  body: { detail: { status: word, message: 'In the words of the API.' } },
});

const LONG = 'a'.repeat(3001);

/** What the types of both clients allow. */
interface Fields {
  text?: string;
  modelId?: string;
  languageCode?: string;
  outputFormat?: 'opus_48000_64';
  previousText?: string;
  previousRequestIds?: string[];
  applyTextNormalization?: 'on';
}

/** What the API refuses: by itself, or because the stand-in is told to. */
const REFUSED: [status: number, code: string, request: Fields, fault?: Fault][] = [
  [400, 'input_text_empty', { text: ' ' }],
  [400, 'model_not_found', { modelId: 'eleven_v9' }],
  [400, 'max_character_limit_exceeded', { text: LONG.repeat(4) }],
  [400, 'unsupported_language_code', { languageCode: 'de' }],
  [400, 'unsupported_parameter', { modelId: 'eleven_v3', previousText: 'Before.' }],
  [400, 'unsupported_parameter', { modelId: 'eleven_flash_v2_5', applyTextNormalization: 'on' }],
  [400, 'invalid_request_id', { previousRequestIds: ['unknown'] }],
  [400, 'invalid_output_format', { outputFormat: 'opus_48000_64' }],
  [400, 'invalid_voice_settings', {}, status(400, 'invalid_voice_settings')],
  [401, 'invalid_api_key', {}, status(401, 'invalid_api_key')],
  [401, 'quota_exceeded', {}, status(401, 'quota_exceeded')],
  [401, 'missing_permissions', {}, status(401, 'missing_permissions')],
  [402, 'payment_required', {}, status(402, 'payment_required')],
  [403, 'only_for_creator+', {}, status(403, 'only_for_creator+')],
  [404, 'voice_not_found', {}, status(404, 'voice_not_found')],
  [429, 'too_many_concurrent_requests', {}, status(429, 'too_many_concurrent_requests')],
  [429, 'system_busy', {}, status(429, 'system_busy')],
  [500, 'internal', {}, status(500, 'internal')],
  [502, 'upstream_error', {}, { kind: 'status', status: 524, body: '<html>A timeout occurred</html>' }],
  [502, 'upstream_redirect', {}, { kind: 'status', status: 302, headers: { location: 'https://x.example/' } }],
  [502, 'upstream_unreachable', {}, { kind: 'network' }],
  [502, 'upstream_unexpected', {}, { kind: 'not-json' }],
];

function wordsOf(error: unknown): unknown {
  const { body } = error instanceof ElevenLabsError ? error : { body: null };
  return typeof body === 'object' && body !== null ? Reflect.get(body, 'detail') : null;
}

describe.each(ENDPOINTS)('the official client (stream $stream, timestamps $timestamps)', (endpoint) => {
  test.each(REFUSED)('is refused with %i %s', async (code, word, fields, fault) => {
    const { sdk, relay } = await bothClients({ faults: fault ? [fault] : [] });
    const request = { text: 'Hello.', ...fields };
    const theirs = await failureOf(sayWithSdk(sdk, request, endpoint));
    expect(theirs).toBeInstanceOf(ElevenLabsError);
    expect(theirs).toMatchObject({ statusCode: code });
    expect(wordsOf(theirs)).toMatchObject({ status: word, message: expect.stringMatching(/./) });
    const ours = await failureOf(sayWithRelay(relay, { ...request, ...endpoint }));
    expect(ours).toBeInstanceOf(RelayError);
    // Ours refuses early, before anything is sent, what it can tell by itself.
    expect(ours).toMatchObject({ code: word, status: expect.toSatisfy((own) => own === code || own === null) });
  });

  test('gets the 422 of an unknown parameter, by name, as its own kind of error', async () => {
    const { sdk } = await bothClients();
    const { textToSpeech } = sdk;
    const options = { additionalBodyParameters: { stabilty: 1 } };
    const ask = {
      'true,true': () => textToSpeech.streamWithTimestamps(VOICE, { text: 'Hi' }, options),
      'false,true': () => textToSpeech.convertWithTimestamps(VOICE, { text: 'Hi' }, options),
      'true,false': () => textToSpeech.stream(VOICE, { text: 'Hi' }, options),
      'false,false': () => textToSpeech.convert(VOICE, { text: 'Hi' }, options),
    }[`${endpoint.stream},${endpoint.timestamps}`];
    const error = await failureOf(Promise.resolve(ask()));
    expect(error).toBeInstanceOf(ElevenLabs.UnprocessableEntityError);
    expect(wordsOf(error)).toEqual([
      { loc: ['body', 'stabilty'], msg: 'Unknown parameter "stabilty".', type: 'extra_forbidden' },
    ]);
  });
});

describe('voices', () => {
  test('that are unknown are a 404 for both clients', async () => {
    const { sdk, relay } = await bothClients();
    const theirs = await failureOf(Promise.resolve(sdk.voices.get('nobody')));
    expect([theirs, wordsOf(theirs)]).toMatchObject([{ statusCode: 404 }, { status: 'voice_not_found' }]);
    const ours = await failureOf(relay.getVoice('nobody'));
    expect(ours).toMatchObject({ status: 404, code: 'voice_not_found' });
  });

  test.each([{ pageSize: 101 }, { category: 'robots' }, { nextPageToken: 'bogus' }, { gender: 'female' }])(
    'asked for by what the reference does not know are a 422 for the official client: %o',
    async (query) => {
      const { sdk } = await bothClients();
      const error = await failureOf(Promise.resolve(sdk.voices.search(query)));
      expect(error).toBeInstanceOf(ElevenLabs.UnprocessableEntityError);
      const [name = ''] = Object.keys(query);
      const wire = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      expect(wordsOf(error)).toMatchObject([{ loc: ['query', wire] }]);
    },
  );
});

describe('a stream that breaks', () => {
  test.each<[string, Fault]>([
    ['by an error line', { kind: 'error-line', afterLines: 1 }],
    ['by a cut', { kind: 'cut', afterLines: 1 }],
    ['in the middle of a line', { kind: 'cut', afterBytes: 9000 }],
  ])('%s fails for both clients', async (_, fault) => {
    const { sdk, relay } = await bothClients({ faults: [fault] });
    const request = {
      text: 'Hello there, it is a longer text than that. '.repeat(4),
      outputFormat: 'pcm_16000',
    } as const;
    await expect(sayWithSdk(sdk, request, ENDPOINTS[0])).rejects.toThrow();
    await expect(sayWithRelay(relay, request)).rejects.toBeInstanceOf(StreamError);
  });
});

import { RelayError, type SpeechRequest } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { expectGoodWords } from './error-words.js';
import { HELLO, KEY, line, relayThat } from './fake-relay.js';
import { failureOf } from './read-answer.js';

/** What JavaScript lets through and TypeScript would not. */
const loose = (fields: Record<string, unknown>): SpeechRequest => ({ ...HELLO, ...fields });
const four = ['a', 'b', 'c', 'd'];

const REFUSED: [what: string, request: SpeechRequest, code: string, named: string][] = [
  ['no text', loose({ text: undefined }), 'input_text_empty', 'text'],
  ['an empty text', loose({ text: '' }), 'input_text_empty', 'text'],
  ['a text of white space', loose({ text: ' \n\t\u00a0' }), 'input_text_empty', 'text'],
  ['no voice', loose({ voiceId: undefined }), 'invalid_voice_id', 'voiceId'],
  ['an empty voice id', loose({ voiceId: '' }), 'invalid_voice_id', 'voiceId'],
  ['a voice id that is a path', loose({ voiceId: '../voices' }), 'invalid_voice_id', 'voiceId'],
  ['a voice id with half a surrogate pair', loose({ voiceId: 'a\ud800' }), 'invalid_voice_id', 'voiceId'],
  ['an endless voice id', loose({ voiceId: 'a'.repeat(129) }), 'invalid_voice_id', 'voiceId'],
  ['an empty model id', loose({ modelId: '' }), 'invalid_request', 'modelId'],
  ['a stability above 1', loose({ voiceSettings: { stability: 1.01 } }), 'invalid_request', 'voiceSettings.stability'],
  [
    'a similarity below 0',
    loose({ voiceSettings: { similarityBoost: -0.1 } }),
    'invalid_request',
    'voiceSettings.similarityBoost',
  ],
  ['a style above 1', loose({ voiceSettings: { style: 2 } }), 'invalid_request', 'voiceSettings.style'],
  ['a speed of 0.69', loose({ voiceSettings: { speed: 0.69 } }), 'invalid_request', 'voiceSettings.speed'],
  ['a speed of 1.21', loose({ voiceSettings: { speed: 1.21 } }), 'invalid_request', 'voiceSettings.speed'],
  [
    'a stability that is no number',
    loose({ voiceSettings: { stability: Number.NaN } }),
    'invalid_request',
    'voiceSettings.stability',
  ],
  ['an endless speed', loose({ voiceSettings: { speed: Infinity } }), 'invalid_request', 'voiceSettings.speed'],
  [
    'a boost that is a word',
    loose({ voiceSettings: { useSpeakerBoost: 'yes' } }),
    'invalid_request',
    'voiceSettings.useSpeakerBoost',
  ],
  ['a seed below 0', loose({ seed: -1 }), 'invalid_request', 'seed'],
  ['a seed above 4294967295', loose({ seed: 4294967296 }), 'invalid_request', 'seed'],
  ['half a seed', loose({ seed: 1.5 }), 'invalid_request', 'seed'],
  ['a seed that is no number', loose({ seed: Number.NaN }), 'invalid_request', 'seed'],
  ['four request ids before', loose({ previousRequestIds: four }), 'invalid_request', 'previousRequestIds'],
  ['four request ids behind', loose({ nextRequestIds: four }), 'invalid_request', 'nextRequestIds'],
  [
    'four dictionaries',
    loose({ pronunciationDictionaryLocators: four.map((id) => ({ pronunciationDictionaryId: id })) }),
    'invalid_request',
    'pronunciationDictionaryLocators',
  ],
  [
    'a dictionary without an id',
    loose({ pronunciationDictionaryLocators: [{ versionId: 'a' }] }),
    'invalid_request',
    'pronunciationDictionaryLocators.0.pronunciationDictionaryId',
  ],
  [
    'a normalization of another name',
    loose({ applyTextNormalization: 'yes' }),
    'invalid_request',
    'applyTextNormalization',
  ],
  ['a latency of 5', loose({ optimizeStreamingLatency: 5 }), 'invalid_request', 'optimizeStreamingLatency'],
  [
    'a latency that is no number',
    loose({ optimizeStreamingLatency: Number.NaN }),
    'invalid_request',
    'optimizeStreamingLatency',
  ],
  ['a logging that is a word', loose({ enableLogging: 'no' }), 'invalid_request', 'enableLogging'],
  ['an empty output format', loose({ outputFormat: '' }), 'invalid_request', 'outputFormat'],
  ['a parameter that is misspelt', loose({ modleId: 'eleven_v3' }), 'invalid_request', 'modleId'],
  [
    'a setting that is misspelt',
    loose({ voiceSettings: { stabilty: 1 } }),
    'invalid_request',
    'voiceSettings.stabilty',
  ],
  ['settings that are a list', loose({ voiceSettings: [] }), 'invalid_request', 'voiceSettings'],
  ['settings that are a word', loose({ voiceSettings: 'fast' }), 'invalid_request', 'voiceSettings'],
  [
    'dictionaries that are a word',
    loose({ pronunciationDictionaryLocators: 'a' }),
    'invalid_request',
    'pronunciationDictionaryLocators',
  ],
  ['request ids that are a number', loose({ previousRequestIds: 5 }), 'invalid_request', 'previousRequestIds'],
  ['request ids that are a word', loose({ previousRequestIds: 'abc' }), 'invalid_request', 'previousRequestIds'],
  ['an output format in other letters', loose({ outputFormat: 'MP3 44100' }), 'invalid_request', 'outputFormat'],
];

describe('before anything is bought', () => {
  test.each(REFUSED)('%s is refused by name, and nothing is sent', async (_, request, code, named) => {
    const { relay, sent } = relayThat(() => new Response(line(HELLO.text)));
    const error = await failureOf(relay.speak(request));
    expect(sent).toEqual([]);
    expect(error).toBeInstanceOf(RelayError);
    expect(error).toMatchObject({ status: null, code });
    expectGoodWords(error);
    expect(error.message).toContain(named);
    expect(error.message).toContain('Nothing was sent');
  });

  test('all that is wrong is named at once, with its place as the API would name it', async () => {
    const { relay } = relayThat(() => new Response());
    const error = await failureOf(relay.speak({ ...HELLO, seed: -1, voiceSettings: { speed: 3 } }));
    expect(error).toMatchObject({
      issues: [{ loc: ['body', 'voice_settings', 'speed'] }, { loc: ['body', 'seed'] }],
    });
  });

  test.each([
    { voiceSettings: { stability: 0, similarityBoost: 0, style: 0, speed: 0.7 }, seed: 0 },
    { voiceSettings: { stability: 1, similarityBoost: 1, style: 1, speed: 1.2 }, seed: 4294967295 },
    { optimizeStreamingLatency: 4, previousRequestIds: four.slice(1), nextRequestIds: [] },
    { outputFormat: 'wav_44100' },
    { text: '.' },
  ] as Partial<SpeechRequest>[])('the ends of every range are taken: %o', async (fields) => {
    const { relay, sent } = relayThat(() => new Response(line(HELLO.text)));
    await relay.speak({ ...HELLO, ...fields });
    expect(sent).toHaveLength(1);
  });

  test('a key in the place of a voice id is refused, and not repeated', async () => {
    const { relay, sent } = relayThat(() => new Response());
    expectGoodWords(await failureOf(relay.speak({ ...HELLO, voiceId: KEY })));
    expectGoodWords(await failureOf(relay.speak({ ...HELLO, voiceId: `${KEY} ` })));
    expect(sent).toEqual([]);
  });
});

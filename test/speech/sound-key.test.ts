import type { SpeechRequest } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { soundKey } from '../../src/speech/sound-key.js';

const request: SpeechRequest = { text: 'Hello.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' };
const key = (fields: Partial<SpeechRequest> & Record<string, unknown> = {}) => soundKey({ ...request, ...fields });

describe('requests that sound the same have one key', () => {
  test.each<[string, Partial<SpeechRequest>]>([
    ['ids of other requests, which expire', { previousRequestIds: ['a'], nextRequestIds: ['b'] }],
    ['whether the API keeps a log', { enableLogging: false }],
    ['whether it streams', { stream: false }],
    ['what is usual, said', { modelId: 'eleven_multilingual_v2', outputFormat: 'mp3_44100_128', timestamps: true }],
    ['usual normalization, said', { applyTextNormalization: 'auto', applyLanguageTextNormalization: false }],
    ['null for what is left out', { languageCode: null, seed: null, voiceSettings: null, previousText: null }],
    ['undefined for what is left out', { modelId: undefined, outputFormat: undefined, voiceSettings: undefined }],
    ['nothing in a list or in settings', { pronunciationDictionaryLocators: [], voiceSettings: { style: null } }],
  ])('%s', (_, fields) => {
    expect(key(fields)).toBe(key());
  });

  test('in whatever order their fields are written', () => {
    const a = soundKey({ text: 'A', voiceId: 'v', voiceSettings: { speed: 1, style: 0 } });
    expect(soundKey({ voiceSettings: { style: 0, speed: 1 }, voiceId: 'v', text: 'A' })).toBe(a);
  });
});

describe('requests that sound different have different keys', () => {
  const differences: [string, Partial<SpeechRequest> & Record<string, unknown>][] = [
    ['as they are', {}],
    ['text', { text: 'Hello. ' }],
    ['voice', { voiceId: 'other' }],
    ['model', { modelId: 'eleven_v3' }],
    ['language', { languageCode: 'de' }],
    ['format', { outputFormat: 'pcm_24000' }],
    ['stability 0, which is no missing one', { voiceSettings: { stability: 0 } }],
    ['speaker boost off', { voiceSettings: { useSpeakerBoost: false } }],
    ['dictionaries', { pronunciationDictionaryLocators: [{ pronunciationDictionaryId: 'a' }] }],
    [
      'version of a dictionary',
      { pronunciationDictionaryLocators: [{ pronunciationDictionaryId: 'a', versionId: 'b' }] },
    ],
    ['seed 0', { seed: 0 }],
    ['text before', { previousText: 'Well.' }],
    ['text after', { nextText: 'Well.' }],
    ['normalization', { applyTextNormalization: 'off' }],
    ['Japanese normalization', { applyLanguageTextNormalization: true }],
    ['latency', { optimizeStreamingLatency: 4 }],
    ['instant clone', { usePvcAsIvc: true }],
    ['without times, which another may want', { timestamps: false }],
    ['a field that nobody knows yet', { mood: 'calm' }],
  ];

  test.each(differences)('%s', (name, fields) => {
    const others = differences.filter(([other]) => other !== name).map(([, other]) => key(other));
    expect(others).not.toContain(key(fields));
  });
});

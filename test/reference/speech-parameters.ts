import type { SpeechRequest } from 'react-readalong';
import { expect } from 'vitest';
import type { Name } from './names.js';
import { hear, VOICE, type World } from './world.js';

/** How a parameter of the speech endpoints goes all the way. */
export interface SpeechParameterRow {
  readonly name: Name<'speech parameter'>;
  readonly place: 'path' | 'query' | 'body';
  /** The client's name for it. */
  readonly option: string;
  readonly value: unknown;
  /** The value as it travels, where it has names of its own. @default value */
  readonly wire?: unknown;
  /** A value that client, relay and stand-in each refuse. */
  readonly wrong: unknown;
  /** What else such a request needs. */
  readonly also?: Partial<SpeechRequest>;
  /** What the stand-in does with it. */
  readonly standIn: string;
  readonly proof: (world: World) => Promise<void>;
  /** Why the stand-in does no more. */
  readonly because?: string;
}

const flash = { modelId: 'eleven_flash_v2_5' };

/** The answer is the same as without these. */
const sameAnswer = (fields: Partial<SpeechRequest>) => async (world: World) => {
  const [plain, changed] = [await hear(world.relay), await hear(world.relay, fields)];
  expect(changed.audio).toEqual(plain.audio);
  expect(changed.chunks.map(({ alignment }) => alignment)).toEqual(plain.chunks.map(({ alignment }) => alignment));
};

const refusesUnknown = (option: 'previousRequestIds' | 'nextRequestIds') => async (world: World) => {
  const refused = { status: 400, code: 'invalid_request_id', requestId: expect.stringMatching(/./) };
  await expect(hear(world.relay, { [option]: ['unknown'] })).rejects.toMatchObject(refused);
  const unlogged = await hear(world.relay, { enableLogging: false });
  await expect(hear(world.relay, { [option]: [unlogged.speech.requestId] })).rejects.toMatchObject(refused);
  const { speech } = await hear(world.relay);
  await hear(world.relay, { [option]: [speech.requestId], previousText: 'Before.', nextText: 'After.' });
  const side = option === 'previousRequestIds' ? 'previous' : 'next';
  expect(world.calls.at(-1)?.stitching).toEqual({
    previous: 'Before.',
    next: 'After.',
    [side]: [speech.requestId],
  });
};

const setting = (option: string, name: Name<'speech parameter'>, value: unknown, wrong: unknown) => ({
  name,
  place: 'body' as const,
  option: `voiceSettings.${option}`,
  value,
  wrong,
  standIn: 'checks it; the answer stays the same',
  proof: sameAnswer({ voiceSettings: { [option]: value } }),
  because: 'An engine that is the same for every request has no colour of voice to vary.',
});

export const SPEECH_PARAMETERS: readonly SpeechParameterRow[] = [
  {
    name: 'voice_id',
    place: 'path',
    option: 'voiceId',
    value: '21m00Tcm4TlvDq8ikWAM',
    wrong: '../voices',
    standIn: 'speaks as that voice, and knows no other than its 40',
    proof: async ({ relay, calls }) => {
      await hear(relay, { voiceId: VOICE });
      expect(calls.at(-1)?.endpoint).toMatchObject({ voiceId: VOICE });
      await expect(hear(relay, { voiceId: 'nobody' })).rejects.toMatchObject({ status: 404, code: 'voice_not_found' });
    },
  },
  {
    name: 'enable_logging',
    place: 'query',
    option: 'enableLogging',
    value: false,
    wrong: 'perhaps',
    standIn: 'keeps no history of it',
    proof: async ({ relay, near }) => {
      await hear(relay, { enableLogging: true });
      await hear(relay, { enableLogging: false });
      expect(near.map(({ answer }) => answer.headers.has('history-item-id'))).toEqual([true, false]);
    },
  },
  {
    name: 'optimize_streaming_latency',
    place: 'query',
    option: 'optimizeStreamingLatency',
    value: 4,
    wrong: 5,
    standIn: 'writes no numbers out at 4; 0 to 3 change nothing',
    proof: async ({ relay }) => {
      expect((await hear(relay, { optimizeStreamingLatency: 4 })).spoken).toBe(' See 3 of 12. ');
      expect((await hear(relay, { optimizeStreamingLatency: 3 })).spoken).toBe(' See three of twelve. ');
    },
    because:
      'What is made at once has no latency to trade for quality; the pace of the stand-in is an option of its own.',
  },
  {
    name: 'output_format',
    place: 'query',
    option: 'outputFormat',
    value: 'pcm_16000',
    wrong: 'MP3!',
    standIn: 'encodes so, or refuses what it cannot make (a row for each format below)',
    proof: async ({ relay }) => {
      const slow = await hear(relay, { outputFormat: 'pcm_8000' });
      expect((await hear(relay, { outputFormat: 'pcm_16000' })).audio).toHaveLength(slow.audio.length * 2);
    },
  },
  {
    name: 'text',
    place: 'body',
    option: 'text',
    value: ' Hé 👋\n“x” e\u0301 ',
    wrong: 5,
    standIn: 'speaks it, and gives each of its code points a time',
    proof: async ({ relay, calls }) => {
      const text = ' Hé 👋\n“x” e\u0301 ';
      const { chunks } = await hear(relay, { text });
      expect(chunks.flatMap(({ alignment }) => alignment?.characters ?? [])).toEqual(Array.from(text));
      expect(calls.at(-1)?.characters).toBe(Array.from(text).length);
    },
  },
  {
    name: 'model_id',
    place: 'body',
    option: 'modelId',
    value: 'eleven_turbo_v2',
    wrong: '',
    standIn: 'takes its limits and its price, and refuses a model that is none',
    proof: async ({ relay }) => {
      expect((await hear(relay)).speech.characterCost).toBe(12);
      expect((await hear(relay, flash)).speech.characterCost).toBe(6);
      await expect(hear(relay, { modelId: 'eleven_v9' })).rejects.toMatchObject({
        status: 400,
        code: 'model_not_found',
      });
    },
  },
  {
    name: 'language_code',
    place: 'body',
    option: 'languageCode',
    value: 'de',
    wrong: 5,
    also: flash,
    standIn: 'writes numbers out in English only, and refuses it for models that cannot be held to a language',
    proof: async ({ relay, toApi }) => {
      const v3 = { modelId: 'eleven_v3' };
      expect((await hear(relay, { languageCode: 'en', ...v3 })).spoken).toBe('See three of twelve.');
      expect((await hear(relay, { languageCode: 'de', ...v3 })).spoken).toBe('See 3 of 12.');
      const refused = await toApi(`/v1/text-to-speech/${VOICE}`, { text: 'Hi', language_code: 'de' });
      expect(refused.status).toBe(400);
    },
    because: 'Its tones sound alike in every language.',
  },
  {
    name: 'voice_settings',
    place: 'body',
    option: 'voiceSettings',
    value: { stability: 0.4 },
    wrong: { speed: 9 },
    standIn: 'takes null for the stored ones',
    proof: sameAnswer({ voiceSettings: null }),
  },
  setting('stability', 'voice_settings.stability', 0.4, 1.01),
  setting('similarityBoost', 'voice_settings.similarity_boost', 0.9, -0.01),
  setting('style', 'voice_settings.style', 0.3, 2),
  setting('useSpeakerBoost', 'voice_settings.use_speaker_boost', false, 'yes'),
  {
    name: 'voice_settings.speed',
    place: 'body',
    option: 'voiceSettings.speed',
    value: 1.2,
    wrong: 1.21,
    standIn: 'speaks that much faster, except as eleven_v3, which ignores it',
    proof: async ({ relay }) => {
      const lasts = async (speed: number, modelId?: string) =>
        (await hear(relay, { text: 'A longer text than that, to be spoken.', voiceSettings: { speed }, modelId }))
          .seconds;
      expect(await lasts(1.2)).toBeLessThan(await lasts(1));
      expect(await lasts(0.7)).toBeGreaterThan(await lasts(1));
      expect(await lasts(1.2, 'eleven_v3')).toBe(await lasts(1, 'eleven_v3'));
    },
  },
  {
    name: 'pronunciation_dictionary_locators',
    place: 'body',
    option: 'pronunciationDictionaryLocators',
    value: [{ pronunciationDictionaryId: 'a' }, { pronunciationDictionaryId: 'b', versionId: 'c' }],
    wire: [{ pronunciation_dictionary_id: 'a' }, { pronunciation_dictionary_id: 'b', version_id: 'c' }],
    wrong: Array.from({ length: 4 }, () => ({ pronunciationDictionaryId: 'a' })),
    standIn: 'checks them, at most 3; the answer stays the same',
    proof: async (world) => {
      await sameAnswer({ pronunciationDictionaryLocators: [{ pronunciationDictionaryId: 'a' }] })(world);
      const four = Array.from({ length: 4 }, () => ({ pronunciation_dictionary_id: 'a' }));
      const body = { text: 'Hi', pronunciation_dictionary_locators: four };
      expect((await world.toApi(`/v1/text-to-speech/${VOICE}`, body)).status).toBe(422);
    },
    because: 'It has no dictionaries, so every id passes for one without entries.',
  },
  {
    name: 'pronunciation_dictionary_locators[].pronunciation_dictionary_id',
    place: 'body',
    option: 'pronunciationDictionaryLocators[].pronunciationDictionaryId',
    value: 'a',
    wrong: null,
    standIn: 'checks it; the answer stays the same',
    proof: sameAnswer({ pronunciationDictionaryLocators: [{ pronunciationDictionaryId: 'a' }] }),
    because: 'It has no dictionaries.',
  },
  {
    name: 'pronunciation_dictionary_locators[].version_id',
    place: 'body',
    option: 'pronunciationDictionaryLocators[].versionId',
    value: 'v1',
    wrong: 1,
    standIn: 'checks it; the answer stays the same',
    proof: sameAnswer({ pronunciationDictionaryLocators: [{ pronunciationDictionaryId: 'a', versionId: null }] }),
    because: 'It has no dictionaries.',
  },
  {
    name: 'seed',
    place: 'body',
    option: 'seed',
    value: 4294967295,
    wrong: 4294967296,
    standIn: 'checks it; the answer stays the same',
    proof: sameAnswer({ seed: 0 }),
    because: 'It is deterministic without one.',
  },
  {
    name: 'previous_text',
    place: 'body',
    option: 'previousText',
    value: 'Before.',
    wrong: 5,
    standIn: 'tells it to `onCall`; the answer stays the same',
    proof: async (world) => {
      await sameAnswer({ previousText: 'Before.' })(world);
      expect(world.calls.at(-1)?.stitching).toEqual({ previous: 'Before.', next: null });
    },
    because: 'Tones have no melody to carry on.',
  },
  {
    name: 'next_text',
    place: 'body',
    option: 'nextText',
    value: 'After.',
    wrong: 5,
    standIn: 'tells it to `onCall`; the answer stays the same',
    proof: async (world) => {
      await sameAnswer({ nextText: 'After.' })(world);
      expect(world.calls.at(-1)?.stitching).toEqual({ previous: null, next: 'After.' });
    },
    because: 'Tones have no melody to carry on.',
  },
  {
    name: 'previous_request_ids',
    place: 'body',
    option: 'previousRequestIds',
    value: [],
    wrong: ['a', 'b', 'c', 'd'],
    standIn: 'knows what was read to its end and logged, in the last two hours; ids count before texts',
    proof: refusesUnknown('previousRequestIds'),
  },
  {
    name: 'next_request_ids',
    place: 'body',
    option: 'nextRequestIds',
    value: [],
    wrong: ['a', 'b', 'c', 'd'],
    standIn: 'knows what was read to its end and logged, in the last two hours; ids count before texts',
    proof: refusesUnknown('nextRequestIds'),
  },
  {
    name: 'apply_text_normalization',
    place: 'body',
    option: 'applyTextNormalization',
    value: 'on',
    wrong: 'yes',
    standIn: 'writes numbers out, in `normalized_alignment`',
    proof: async ({ relay, toApi }) => {
      expect((await hear(relay, { applyTextNormalization: 'on' })).spoken).toBe(' See three of twelve. ');
      expect((await hear(relay, { applyTextNormalization: 'off' })).spoken).toBe(' See 3 of 12. ');
      const body = { text: 'Hi', model_id: 'eleven_flash_v2_5', apply_text_normalization: 'on' };
      expect((await toApi(`/v1/text-to-speech/${VOICE}`, body)).status).toBe(400);
    },
    because: 'Only plain numbers in English, as an example of a spoken form that is not the text.',
  },
  {
    name: 'apply_language_text_normalization',
    place: 'body',
    option: 'applyLanguageTextNormalization',
    value: true,
    wrong: 'yes',
    standIn: 'checks it; the answer stays the same',
    proof: sameAnswer({ applyLanguageTextNormalization: true }),
    because: 'The API does it for Japanese alone, which the stand-in sounds as tones.',
  },
  {
    name: 'use_pvc_as_ivc',
    place: 'body',
    option: 'usePvcAsIvc',
    value: true,
    wrong: 'yes',
    standIn: 'checks it; the answer stays the same',
    proof: sameAnswer({ usePvcAsIvc: true }),
    because: 'Each of its voices has one version only.',
  },
];

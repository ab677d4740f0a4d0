import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAlignment } from '../../src/wire/alignment.js';
import { isErrorBody, issuesBody, readErrorBody, statusBody } from '../../src/wire/error-body.js';
import { OUTPUT_FORMATS, parseOutputFormat } from '../../src/wire/output-format.js';
import { wireSpeechBody } from '../../src/wire/speech-body.js';
import { validate } from '../../src/wire/validate.js';

describe('an alignment', () => {
  const read = { characters: ['a'], characterStartTimesSeconds: [0], characterEndTimesSeconds: [0.5] };

  test("is read in the wire's spelling and in the SDK's", () => {
    const wire = { characters: ['a'], character_start_times_seconds: [0], character_end_times_seconds: [0.5] };
    expect(readAlignment(wire)).toEqual(read);
    expect(readAlignment(read)).toEqual(read);
  });

  test.each([null, undefined, 7, 'a', true, [], {}])('%j is none', (value) => {
    expect(readAlignment(value)).toBeNull();
  });

  test('of any shape is read without a throw, and its text is text and its times are numbers', () => {
    fc.assert(
      fc.property(fc.record({ characters: fc.anything(), character_start_times_seconds: fc.anything() }), (value) => {
        const alignment = readAlignment(value);
        for (const character of alignment?.characters ?? []) expect(typeof character).toBe('string');
        for (const time of alignment?.characterStartTimesSeconds ?? []) expect(typeof time).toBe('number');
        expect(alignment?.characterEndTimesSeconds).toEqual([]);
      }),
    );
  });
});

describe('an error body', () => {
  test('of any shape is read without a throw, to words or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ detail: fc.anything() })), (body) => {
        const { code, message, requestId, issues } = readErrorBody(body);
        for (const words of [code, message, requestId]) expect(words === null || typeof words === 'string').toBe(true);
        for (const { loc, msg, type } of issues)
          expect([Array.isArray(loc), typeof msg, typeof type]).toEqual([true, 'string', 'string']);
      }),
    );
  });

  test('as the relay writes it is read back', () => {
    expect(readErrorBody(statusBody('a', 'b'))).toMatchObject({ code: 'a', message: 'b' });
    const issues = [{ loc: ['body', 'text'], msg: 'Field required', type: 'missing' }];
    expect(readErrorBody(issuesBody(issues))).toMatchObject({ code: 'missing', issues });
  });

  test.each([
    [{ detail: {} }, true],
    [{ error: 'x' }, true],
    [{ audio_base64: '', alignment: null }, false],
    [{ audio_base64: 'AA==', detail: 'x' }, false],
    [{ alignment: null }, false],
    ['detail', false],
    [null, false],
  ])('is told from a chunk: %j', (body, isError) => {
    expect(isErrorBody(body)).toBe(isError);
  });
});

describe('an output format', () => {
  test.each(OUTPUT_FORMATS)('%s comes apart into what its name says', (format) => {
    const parts = parseOutputFormat(format);
    expect(
      [parts?.codec, parts?.sampleRate, parts?.bitrate ?? undefined].filter((part) => part !== undefined).join('_'),
    ).toBe(format);
  });

  test('of a newer server comes apart too', () => {
    expect(parseOutputFormat('wav_44100')).toEqual({ codec: 'wav', sampleRate: 44100, bitrate: null });
    expect(parseOutputFormat('mp3_24000_48')).toEqual({ codec: 'mp3', sampleRate: 24000, bitrate: 48 });
  });

  test.each(['', 'mp3', 'mp3_', 'mp3_x', 'pcm_44100_', 'pcm_44100_1_2', 'MP3_44100', 'pcm_44.1'])(
    '"%s" is none',
    (format) => {
      expect(parseOutputFormat(format)).toBeNull();
    },
  );
});

describe('what is sent', () => {
  const issuesOf = (body: unknown) => {
    const checked = validate(wireSpeechBody, body, 'body');
    return checked.ok ? [] : checked.issues.map(({ loc, type }) => `${loc.join('.')} ${type}`);
  };

  test('is taken with every field of the reference, and null where that is allowed', () => {
    expect(
      issuesOf({ text: 'a', voice_settings: null, seed: null, language_code: null, next_request_ids: null }),
    ).toEqual([]);
    expect(issuesOf({ text: 'a', voice_settings: { stability: null, speed: 0.7 } })).toEqual([]);
  });

  test.each([
    [{}, ['body.text missing']],
    [{ text: 'a', voice_setting: {} }, ['body.voice_setting extra_forbidden']],
    [{ text: 'a', voice_settings: { Stability: 1 } }, ['body.voice_settings.Stability extra_forbidden']],
    [{ text: 'a', voice_settings: { speed: 0.69 } }, ['body.voice_settings.speed value_error.min_value']],
    [
      { text: 'a', pronunciation_dictionary_locators: [{}] },
      ['body.pronunciation_dictionary_locators.0.pronunciation_dictionary_id missing'],
    ],
    [{ text: 'a', seed: 1.5 }, ['body.seed value_error.integer']],
  ])('%j is refused by name', (body, issues) => {
    expect(issuesOf(body)).toEqual(issues);
  });

  test.each([[[]], [null], ['text'], [7], [[{ text: 'a' }]]])('%j is no body', (body) => {
    expect(issuesOf(body)).not.toEqual([]);
  });

  test.each([[{ text: 'a', voice_settings: [] }], [{ text: 'a', pronunciation_dictionary_locators: [[]] }]])(
    '%j holds a list for an object',
    (body) => {
      expect(issuesOf(body)).not.toEqual([]);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberWords } from '../../src/offline/answers/number-words.js';
import { spokenNumbers } from '../../src/offline/answers/spoken-numbers.js';
import { type AskOptions, ask, instantTones, joinAlignments, parseLines } from './ask.js';

async function sides(fields: object, options: AskOptions = {}) {
  const response = await instantTones()(ask(fields, options));
  expect(response.status).toBe(200);
  const chunks = parseLines(await response.text());
  return { alignment: joinAlignments(chunks), normalized: joinAlignments(chunks, 'normalized_alignment') };
}

const spokenForm = async (fields: object, options?: AskOptions) =>
  (await sides(fields, options)).normalized.characters.join('').trim();

describe('numbers', () => {
  test.each([
    [0, 'zero'],
    [13, 'thirteen'],
    [40, 'forty'],
    [99, 'ninety-nine'],
    [100, 'one hundred'],
    [342, 'three hundred forty-two'],
    [1849, 'one thousand eight hundred forty-nine'],
    [1_000_001, 'one million one'],
    [999_999_999_999, expect.stringMatching(/^nine hundred ninety-nine billion .* ninety-nine$/)],
  ])('%i is said %s', (value, words) => expect(numberWords(value)).toEqual(words));

  test.each([
    ['I have 3 cats.', 'I have three cats.'],
    ['3', 'three'],
    [
      'About 3.5% of 1,204 agreed: 7.',
      'About three point five percent of one thousand two hundred four agreed: seven.',
    ],
    ['👋 12 👋 2', '👋 twelve 👋 two'],
    ['It is 50%. 8', 'It is fifty percent. eight'],
  ])('of "%s" are written out', async (text, spoken) => expect(await spokenForm({ text })).toBe(spoken));

  test.each([
    '1st of 22',
    '10:30',
    '$42.50',
    '2/3',
    '192.168.0.1',
    'mp3 a1 x2',
    '1849–1850a',
    '555-1234',
    '1,23,4',
    '5x',
  ])('that are said in ways of their own stay as they are: %s', (text) => {
    const plain = spokenNumbers(text).map(({ start, end }) => Array.from(text).slice(start, end).join(''));
    expect(plain).toEqual(text === '1st of 22' ? ['22'] : text.startsWith('1849') ? ['1849'] : []);
  });
});

describe('the spoken form', () => {
  test('leaves the alignment to be the text', async () => {
    const text = 'See 3 or 4 of 25.';
    const { alignment, normalized } = await sides({ text });
    expect(alignment.characters.join('')).toBe(text);
    expect(normalized.characters.join('')).toBe(' See three or four of twenty-five. ');
  });

  test('of a number has exactly the time of its digits', async () => {
    const { alignment, normalized } = await sides({ text: 'See 342 of them.' });
    const from = normalized.characters.join('').indexOf('three');
    const to = from + 'three hundred forty-two'.length;
    expect(normalized.character_start_times_seconds[from]).toBe(alignment.character_start_times_seconds[4]);
    expect(normalized.character_end_times_seconds[to - 1]).toBe(alignment.character_end_times_seconds[6]);
  });

  test('is the same whole and in chunks, wherever a number is cut', async () => {
    const word = fc.oneof(fc.nat(99_999).map(String), fc.constantFrom('cats', 'and', '5%', '1,234', 'No!'));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 40 }), async (words) => {
        const text = words.join(' ');
        const query = '?output_format=pcm_8000';
        const streamed = await sides({ text }, { query });
        expect(streamed).toEqual(await sides({ text }, { query, tail: '/with-timestamps' }));
        expect(streamed.alignment.characters.join('')).toBe(text);
        expect(streamed.normalized.characters.join('')).not.toMatch(/\d/);
      }),
      { numRuns: 40 },
    );
  });

  test.each<[string, object, AskOptions]>([
    ['is turned off', { apply_text_normalization: 'off' }, {}],
    ['is not for the model, which is fast', { model_id: 'eleven_flash_v2_5' }, {}],
    ['gives way to latency', {}, { query: '?optimize_streaming_latency=4' }],
    ['is of a voice in another language', {}, { voice: 'another language' }],
    ['is of another language', { language_code: 'de', model_id: 'eleven_v3' }, {}],
  ])('is the text itself where it %s', async (_, fields, options) => {
    const voice = options.voice && (await voiceIn('de'));
    expect(await spokenForm({ text: 'See 3.', ...fields }, { ...options, ...(voice ? { voice } : {}) })).toBe('See 3.');
  });

  test.each<[string, object, AskOptions]>([
    ['is turned on', { apply_text_normalization: 'on' }, {}],
    ['may be on or off', { apply_text_normalization: 'auto' }, {}],
    ['meets a lesser latency', {}, { query: '?optimize_streaming_latency=3' }],
    ['is English by the request', { language_code: 'en', model_id: 'eleven_v3' }, {}],
  ])('has words where it %s', async (_, fields, options) => {
    expect(await spokenForm({ text: 'See 3.', ...fields }, options)).toBe('See three.');
  });
});

async function voiceIn(language: string): Promise<string> {
  const response = await instantTones()(
    new Request('https://api.example.test/v2/voices?page_size=100', { headers: { 'xi-api-key': 'a-key' } }),
  );
  const page: { voices: { voice_id: string; labels: { language: string } }[] } = await response.json();
  return page.voices.find((voice) => voice.labels.language === language)?.voice_id ?? '';
}

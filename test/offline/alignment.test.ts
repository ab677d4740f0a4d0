import fc from 'fast-check';
import { createTonesEngine } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { ask, instantTones, int16Samples, joinAlignments, joinAudio, parseLines } from './ask.js';

const SCRIPTS = [
  'The quick (brown) fox—"jumps" over 3.5% of dogs. Really?! Yes… ',
  'Żółć, naïve café e\u0301 n\u0303o. ',
  'שָׁלוֹם עוֹלָם! ',
  'مرحبا بالعالم؟ ',
  'नमस्ते दुनिया। ',
  '今日は良い天気ですね。明日も。',
  'สวัสดีครับ ',
  '안녕하세요. ',
  '👋🏽 👩‍👩‍👧 🇵🇹 🎉\n',
  '\n\n  \t  indented\r\n',
  '\u200b\ufeff[laughs] <break time="1s"/> a[0] ',
];
const piece = fc.oneof(
  fc.constantFrom(...SCRIPTS),
  fc.constantFrom(...SCRIPTS).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(' ', '  ', '\n', '\n\n', '. ', '! '),
);
const texts = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

async function speak(text: string, fields: object = {}) {
  const response = await instantTones()(ask({ text, ...fields }, { query: '?output_format=pcm_16000' }));
  expect(response.status).toBe(200);
  const chunks = parseLines(await response.text());
  return { chunks, alignment: joinAlignments(chunks), normalized: joinAlignments(chunks, 'normalized_alignment') };
}

describe('the alignment of the stand-in', () => {
  test('joins to exactly the text that was sent, one code point an element', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { alignment } = await speak(text);
        expect(alignment.characters).toEqual(Array.from(text));
        expect(alignment.character_start_times_seconds).toHaveLength(alignment.characters.length);
        expect(alignment.character_end_times_seconds).toHaveLength(alignment.characters.length);
      }),
      { numRuns: 60 },
    );
  });

  test('starts at 0, never falls, leaves no hole and has three decimals', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { alignment, normalized } = await speak(text);
        for (const side of [alignment, normalized]) {
          let end = 0;
          for (const [i, start] of side.character_start_times_seconds.entries()) {
            expect(start).toBe(end);
            end = side.character_end_times_seconds[i] ?? -1;
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBe(Number(end.toFixed(3)));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('ends with its sound, within half a millisecond', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { chunks, alignment } = await speak(text);
        const seconds = int16Samples(joinAudio(chunks)).length / 16000;
        expect(Math.abs(seconds - (alignment.character_end_times_seconds.at(-1) ?? 0))).toBeLessThanOrEqual(0.0005);
      }),
      { numRuns: 60 },
    );
  });

  test('is padded by one space at each end on the normalized side, over the same time', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { alignment, normalized } = await speak(text, { apply_text_normalization: 'off' });
        expect(normalized.characters).toEqual([' ', ...Array.from(text), ' ']);
        expect(normalized.character_end_times_seconds.at(-1)).toBe(alignment.character_end_times_seconds.at(-1));
      }),
      { numRuns: 30 },
    );
  });

  test('gives no time to what the API gives none: further spaces and newlines, combining marks, a space before an emoji', async () => {
    const text = 'One\n\ntwo  three e\u0301. See 👋 there';
    const { alignment } = await speak(text);
    const lengthAt = (index: number) =>
      (alignment.character_end_times_seconds[index] ?? 0) - (alignment.character_start_times_seconds[index] ?? 0);
    const characters = Array.from(text);
    const free = [4, 9, characters.indexOf('\u0301'), characters.indexOf('👋') - 1];
    expect(free.map(lengthAt)).toEqual([0, 0, 0, 0]);
    for (const index of characters.keys()) if (!free.includes(index)) expect(lengthAt(index)).toBeGreaterThan(0.04);
  });

  test('holds the silence before speech in its first element and the silence after it in its last', async () => {
    const { alignment } = await speak('Hello there, everyone.');
    const first = alignment.character_end_times_seconds[0] ?? 0;
    const last =
      (alignment.character_end_times_seconds.at(-1) ?? 0) - (alignment.character_start_times_seconds.at(-1) ?? 0);
    expect(first).toBeGreaterThan(0.2);
    expect(first).toBeLessThan(0.33);
    expect(last).toBeGreaterThan(0.24);
    expect(last).toBeLessThan(0.6);
  });

  test('pauses inside spaces after sentences and inside newlines, so that times are nowhere even', async () => {
    const { alignment } = await speak('One. Two three\nfour');
    const lengths = alignment.character_end_times_seconds.map(
      (end, i) => end - (alignment.character_start_times_seconds[i] ?? 0),
    );
    expect(lengths[4]).toBeGreaterThan(0.149);
    expect(lengths[14]).toBeGreaterThan(0.149);
    expect(lengths[8]).toBeLessThan(0.1);
    expect(new Set(lengths.map((length) => length.toFixed(3))).size).toBeGreaterThan(8);
  });

  test('does not cover the sound of its own chunk: only the totals agree', async () => {
    const { chunks } = await speak(
      'A long enough sentence, so that its stream has many chunks in it, and they differ. '.repeat(4),
    );
    let bytes = 0;
    const distances = chunks.slice(0, -1).map((chunk) => {
      bytes += joinAudio([chunk]).length;
      return (chunk.alignment?.character_end_times_seconds.at(-1) ?? 0) - bytes / 32000;
    });
    expect(distances.length).toBeGreaterThan(20);
    expect(distances.some((distance) => distance > 0.1)).toBe(true);
    expect(distances.some((distance) => distance < -0.05)).toBe(true);
  });

  test('has no padding on eleven_v3', async () => {
    const response = await instantTones()(ask({ text: 'Hi.', model_id: 'eleven_v3' }));
    expect(joinAlignments(parseLines(await response.text()), 'normalized_alignment').characters.join('')).toBe('Hi.');
  });
});

test('the tones engine joins to its text whatever the text is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 600 }), async (text) => {
      const characters: string[] = [];
      const request = { text, voiceId: 'any', sampleRate: 8000, signal: new AbortController().signal };
      for await (const spoken of createTonesEngine().speak(request)) characters.push(...spoken.characters);
      expect(characters.join('')).toBe(text);
    }),
  );
});

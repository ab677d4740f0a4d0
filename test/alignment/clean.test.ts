import fc from 'fast-check';
import { createTimeline, type WireAlignment } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, alignmentOf, anyLengths, anyText, measured } from './aligned.js';

/** Every start and end is the recording's, to the last digit, and nothing is said against it. */
function expectExact(alignment: WireAlignment, options: { duration?: number } = {}): void {
  const text = alignment.characters.join('');
  const timeline = createTimeline(alignment, { text, ...options });
  expect(timeline.quality).toEqual({ level: 'exact', reasons: [] });
  expect(timeline.toJSON().alignment).toEqual({
    characters: alignment.characters,
    characterStartTimesSeconds: alignment.character_start_times_seconds,
    characterEndTimesSeconds: alignment.character_end_times_seconds,
  });
  let offset = 0;
  for (const [i, element] of alignment.characters.entries()) {
    expect(timeline.timeAt(offset)).toBe(alignment.character_start_times_seconds[i]);
    expect(timeline.characterEnd(offset)).toBe(offset + element.length);
    offset += element.length;
  }
  for (const { start, end, startTime, endTime } of timeline.words) {
    expect(startTime).toBe(timeAt(alignment, start).start);
    expect(endTime).toBe(timeAt(alignment, end - 1).end);
  }
}

function timeAt(alignment: WireAlignment, offset: number): { start: number | undefined; end: number | undefined } {
  let at = 0;
  const index = alignment.characters.findIndex((element) => {
    at += element.length;
    return offset < at;
  });
  return { start: alignment.character_start_times_seconds[index], end: alignment.character_end_times_seconds[index] };
}

const TICK = 0.01161;

/** The rules that were measured on recordings of the API. */
const RULES: [string, WireAlignment, { duration?: number }?][] = [
  ['code points of two units', aligned('Well 👍🏽 done 𝒜!')],
  ['combining marks of no length', measured([...'שָׁלוֹם e\u0301te\u0301'], [0.07, 0, 0.06])],
  ['white space at both ends', aligned('  \n Hello there. \n\n')],
  ['the second of two line breaks of no length', alignmentOf([...'One.\n\nTwo.'], [0.1, 0.1, 0.1, 0.2, 0.6, 0, 0.1])],
  ['spaces and indentation of no length', alignmentOf([...'One\n    two'], [0.1, 0.1, 0.1, 0.5, 0, 0, 0, 0])],
  ['a space before an emoji of no length', alignmentOf([...'Hi 🎉 you'], [0.1, 0.1, 0, 0.2, 0.3])],
  [
    'pauses inside of spaces, marks and line breaks',
    alignmentOf([...'One, two.\nThree'], [0.1, 0.1, 0.1, 0.5, 0.8, 1.25]),
  ],
  [
    'silence in the first character and a tail in the last',
    alignmentOf([...'Hi you.'], [0.23, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5]),
  ],
  [
    'ticks of 11.61 ms at three decimals',
    alignmentOf(
      [...'A few words of a voice.'],
      [6, 5, 7, 9, 4].map((n) => n * TICK),
    ),
  ],
  ['tokens of 80 ms, spread evenly', alignmentOf([...'thoroughly'], [0.08 / 3, 0.08 / 3, 0.08 / 3, 0.04, 0.04])],
  ['audio tags that own time', alignmentOf([...'[laughs] Hello'], [0.095])],
  ['sound half a millisecond shorter', aligned('Hi you.'), { duration: 0.6995 }],
  ['sound half a millisecond longer', aligned('Hi you.'), { duration: 0.7005 }],
  ['an MP3 without an Info header', aligned('Hi you.'), { duration: 0.75 }],
  ['an MP3 that is trimmed too much', aligned('Hi you.'), { duration: 0.65 }],
  ['graphemes of several code points', alignmentOf(['👩‍👩‍👧', ' ', 'e\u0301', 't', 'e\u0301', '\r\n', 'क्षि'])],
];

describe('what the API sends is exact', () => {
  test.each(RULES)('%s', (_, alignment, options) => {
    expectExact(alignment, options);
  });

  test('with float dust in starts and ends', () => {
    const { characters } = aligned('abcd');
    expectExact({
      characters,
      character_start_times_seconds: [0, 83.40199999999999 - 83.2, 0.4, 0.6000000000000001],
      character_end_times_seconds: [0.202, 0.4, 0.6, 0.8000000000000002],
    });
  });

  test('of any text with any lengths', () => {
    fc.assert(
      fc.property(anyText, anyLengths, fc.boolean(), (text, lengths, byGrapheme) => {
        const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
        const elements = byGrapheme ? graphemes.map(({ segment }) => segment) : [...text];
        const alignment = measured(elements, lengths);
        const timeline = createTimeline(alignment, { text });
        expect(timeline.quality.level).toBe('exact');
        expect(timeline.toJSON().alignment.characterStartTimesSeconds).toEqual(alignment.character_start_times_seconds);
        expect(timeline.toJSON().alignment.characterEndTimesSeconds).toEqual(alignment.character_end_times_seconds);
        expect(timeline.toJSON().alignment.characters).toEqual(elements);
      }),
      { numRuns: 2000 },
    );
  });

  test('and a word that does not touch the next ends when its last character ends', () => {
    const { words } = createTimeline({
      characters: ['a', ' ', 'b'],
      character_start_times_seconds: [0, 0.3, 0.6],
      character_end_times_seconds: [0.2, 0.4, 0.9],
    });
    expect(words.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
      [0, 0.2],
      [0.6, 0.9],
    ]);
  });
});

import fc from 'fast-check';
import { createTimeline, type TimeReason, type WireAlignment } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, alignmentOf, anyText } from './aligned.js';

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -1, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE),
  fc.constantFrom(null, undefined, '1', {}),
);
const anyList = fc.oneof(fc.array(anyNumber, { maxLength: 60 }), fc.anything());

/** What no API should send: any field may be missing, of another length, of another type. */
const anyAlignment = fc.record(
  {
    characters: fc.oneof(
      anyText.map((text) => [...text]),
      fc.array(fc.oneof(fc.string(), fc.constantFrom(null, 7, '', ' '))),
      fc.anything(),
    ),
    character_start_times_seconds: anyList,
    character_end_times_seconds: anyList,
    characterStartTimesSeconds: anyList,
    chars: fc.anything(),
    charStartTimesMs: anyList,
    words: fc.anything(),
    segments: fc.array(fc.record({ text: fc.string(), start: anyNumber, end: anyNumber })),
    timeline: fc.constantFrom(1, 2),
    text: fc.oneof(fc.string(), fc.anything()),
    quality: fc.anything(),
  },
  { requiredKeys: [] },
);
const anySource = fc.oneof(
  anyAlignment,
  fc.record({ alignment: anyAlignment, normalized_alignment: anyAlignment }, { requiredKeys: [] }),
  fc.array(anyAlignment, { maxLength: 3 }),
  fc.array(fc.record({ text: fc.string(), start: anyNumber, end: anyNumber }), { maxLength: 5 }),
  fc.record({ timeline: fc.constant(1), text: fc.string(), alignment: anyAlignment, quality: fc.anything() }),
  fc.string().map((text) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`),
  fc.anything(),
);

/** What comes from JSON has no type that could be trusted. */
const fromJson = (value: unknown) => value as Parameters<typeof createTimeline>[0];

test('data of any kind gives a timeline, with times that are finite, never fall and lie within the sound', () => {
  fc.assert(
    fc.property(
      anySource,
      fc.option(anyText, { nil: undefined }),
      fc.option(fc.double(), { nil: undefined }),
      (source, text, duration) => {
        const timeline = createTimeline(fromJson(source), { text, duration });
        if (text !== undefined) expect(timeline.text).toBe(text);
        expect(timeline.duration === null || (Number.isFinite(timeline.duration) && timeline.duration >= 0)).toBe(true);
        let before = 0;
        for (let offset = 0; offset < timeline.text.length; offset++) {
          const time = timeline.timeAt(offset);
          const isSane = time === null || (time >= before && time <= (timeline.duration ?? -1));
          if (!isSane) throw new Error(`${time} at ${offset}`);
          before = time ?? before;
        }
        for (const time of [-1, 0, 1, 1e9, Number.NaN]) {
          expect(timeline.wordIndexAt(time)).toBeLessThan(timeline.words.length);
          expect(timeline.offsetAt(time)).toBeLessThanOrEqual(timeline.text.length);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

const TEXT = 'One two three. Four five six.';
const clean = aligned(TEXT);
const starts = clean.character_start_times_seconds;
const ends = clean.character_end_times_seconds;
const withStarts = (change: (start: number, i: number) => number): WireAlignment => ({
  ...clean,
  character_start_times_seconds: starts.map(change),
});
const withTimes = (change: (time: number, i: number) => number): WireAlignment => ({
  ...withStarts(change),
  character_end_times_seconds: ends.map(change),
});
const without = (from: number, to: number): WireAlignment => ({
  characters: clean.characters.filter((_, i) => i < from || i >= to),
  character_start_times_seconds: starts.filter((_, i) => i < from || i >= to),
  character_end_times_seconds: ends.filter((_, i) => i < from || i >= to),
});

/** When the words of the text start where all is right. */
const RIGHT = [0, 0.4, 0.8, 1.5, 2, 2.5];
const NONE = null;

type Case = [
  damage: string,
  source: Parameters<typeof createTimeline>[0],
  options: Parameters<typeof createTimeline>[1],
  level: string,
  reasons: TimeReason[],
  starts: (number | null)[],
];

/** What was damaged, what was found, and how far the highlight still goes: when the words start. */
const CASES: Case[] = [
  ['nothing', clean, {}, 'exact', [], RIGHT],
  ['no alignment', null, {}, 'none', ['no-times'], [NONE, NONE, NONE, NONE, NONE, NONE]],
  ['no alignment but a sound', null, { duration: 2.9 }, 'estimated', ['no-times'], [0, 0.29, 0.57, 1.48, 1.84, 2.2]],
  [
    'no starts',
    { ...clean, character_start_times_seconds: [] },
    {},
    'none',
    ['no-times', 'unequal-lengths', 'missing-times'],
    [NONE, NONE, NONE, NONE, NONE, NONE],
  ],
  [
    'too few starts',
    { ...clean, character_start_times_seconds: starts.slice(0, 15) },
    { duration: 2.9 },
    'repaired',
    ['unequal-lengths', 'missing-times'],
    [0, 0.4, 0.8, 1.5, 1.86, 2.22],
  ],
  [
    'no ends',
    { ...clean, character_end_times_seconds: [] },
    {},
    'repaired',
    ['unequal-lengths', 'missing-times'],
    RIGHT,
  ],
  [
    'too many starts',
    { ...clean, character_start_times_seconds: [...starts, 9] },
    {},
    'repaired',
    ['unequal-lengths'],
    RIGHT,
  ],
  [
    'a start that is null',
    { ...clean, character_start_times_seconds: JSON.parse(JSON.stringify(starts).replace('0.4', 'null')) },
    {},
    'repaired',
    ['missing-times'],
    RIGHT,
  ],
  ['a start below 0', withStarts((time, i) => (i === 4 ? -1 : time)), {}, 'repaired', ['missing-times'], RIGHT],
  ['a start that falls', withStarts((time, i) => (i === 8 ? 0.1 : time)), {}, 'repaired', ['unordered-times'], RIGHT],
  [
    'a start that leaps ahead',
    withTimes((time, i) => (i === 4 ? 999 : time)),
    {},
    'repaired',
    ['unordered-times'],
    RIGHT,
  ],
  [
    'a time that leaps ahead',
    withTimes((time, i) => (i === 4 ? time + 99 : time)),
    {},
    'repaired',
    ['unordered-times'],
    RIGHT,
  ],
  ['most words left out', aligned('One six.'), {}, 'estimated', ['text-differs'], [0, 0.4, 0.4, 0.4, 0.4, 0.4]],
  [
    'two last times that fall',
    withTimes((time, i) => (i > 26 ? time - 2.7 : time)),
    {},
    'repaired',
    ['unordered-times'],
    RIGHT,
  ],
  [
    'times that overlap by a second',
    withTimes((time, i) => (i < 15 ? time : time - 1)),
    {},
    'repaired',
    ['unordered-times'],
    [0, 0.4, 0.8, 1.5, 1.5, 1.5],
  ],
  [
    'one time for all but the last of a stretch',
    {
      ...clean,
      character_start_times_seconds: starts.map((time, i) => (i >= 15 && i < 26 ? 1.5 : time)),
      character_end_times_seconds: ends.map((time, i) => (i >= 15 && i < 25 ? 1.5 : time)),
    },
    {},
    'repaired',
    ['collapsed-times'],
    [0, 0.4, 0.8, 1.5, 2, 2.49],
  ],
  [
    'another case and a word left out',
    aligned('ONE THREE. FOUR FIVE SIX.'),
    {},
    'repaired',
    ['text-differs'],
    [0, 0.4, 0.5, 1.1, 1.6, 2.1],
  ],
  [
    'an end that leaps ahead',
    { ...clean, character_end_times_seconds: ends.map((end, i) => (i === 3 ? 999 : end)) },
    {},
    'repaired',
    ['unordered-times'],
    RIGHT,
  ],
  [
    'times that overlap by a tick',
    withTimes((time, i) => (i < 15 ? time : time - 0.2)),
    {},
    'repaired',
    ['unordered-times'],
    [0, 0.4, 0.8, 1.5, 1.8, 2.3],
  ],
  [
    'times that begin again',
    withTimes((time, i) => (i < 15 ? time : time - 1.5)),
    {},
    'repaired',
    ['restarted-times'],
    RIGHT,
  ],
  ['float dust', withTimes((time) => time + 1e-14), {}, 'exact', [], RIGHT],
  [
    'one time from the middle on',
    withTimes((time, i) => (i < 15 ? time : 1.5)),
    { duration: 2.9 },
    'repaired',
    ['collapsed-times'],
    [0, 0.4, 0.8, 1.5, 1.86, 2.22],
  ],
  [
    'one time for a while',
    withTimes((time, i) => (i < 4 ? time : Math.max(0.4, i < 24 ? 0.4 : time))),
    {},
    'estimated',
    ['collapsed-times'],
    [0, 0.4, 0.71, 1.68, 2.07, 2.5],
  ],
  [
    'an alignment that stops before its text',
    without(15, 99),
    {},
    'repaired',
    ['ends-before-the-text'],
    [0, 0.4, 0.8, NONE, NONE, NONE],
  ],
  [
    'an alignment that stops before its sound',
    without(15, 99),
    { duration: 2.9 },
    'repaired',
    ['ends-before-the-text'],
    [0, 0.4, 0.8, 1.5, 1.86, 2.22],
  ],
  [
    'a text that was never said',
    without(15, 99),
    { duration: 1.6 },
    'repaired',
    ['ends-before-the-text'],
    [0, 0.4, 0.8, NONE, NONE, NONE],
  ],
  ['a sound that goes on', clean, { duration: 10.6 }, 'repaired', ['ends-before-the-sound'], RIGHT],
  ['a sound that stops', clean, { duration: 1.2 }, 'repaired', ['ends-after-the-sound'], [0, 0.4, 0.8, 1.2, 1.2, 1.2]],
  ['a pronunciation', aligned('Wun two three. Four five six.'), {}, 'repaired', ['text-differs'], RIGHT],
  [
    'a longer pronunciation',
    aligned('Wu-hun two three. Four five six.'),
    {},
    'repaired',
    ['text-differs'],
    [0, 0.7, 1.1, 1.8, 2.3, 2.8],
  ],
  ['a word left out', without(4, 8), {}, 'repaired', ['text-differs'], [0, 0.8, 0.9, 1.5, 2, 2.5]],
  [
    'words too many',
    aligned('One or two or three. Four five six.'),
    {},
    'repaired',
    ['text-differs'],
    [0, 0.7, 1.4, 2.1, 2.6, 3.1],
  ],
  ['another case', aligned(TEXT.toUpperCase()), {}, 'repaired', ['text-differs'], RIGHT],
  [
    'another text',
    aligned('Qqq. Zzz.'),
    {},
    'estimated',
    ['text-differs', 'sentence-level'],
    [0, 0.1, 0.19, 0.5, 0.6, 0.7],
  ],
  [
    'only the normalized alignment',
    { alignment: null, normalized_alignment: aligned(` ${TEXT} `) },
    {},
    'repaired',
    ['only-normalized'],
    RIGHT.map((time) => time + 0.1),
  ],
  [
    'only words',
    {
      words: [...TEXT.matchAll(/\S+/g)].map(([text], i) => ({
        text,
        start: RIGHT[i] ?? 0,
        end: (RIGHT[i] ?? 0) + 0.3,
      })),
    },
    {},
    'repaired',
    ['word-level'],
    RIGHT,
  ],
];

describe('of an answer with', () => {
  test.each(CASES)('%s', (_, source, options, level, reasons, expected) => {
    const { quality, words } = createTimeline(source, { text: TEXT, ...options });
    const found = words.map(({ startTime }) => (startTime === null ? null : Math.round(startTime * 100) / 100));
    expect({ level: quality.level, reasons: [...quality.reasons].sort(), starts: found }).toEqual({
      level,
      reasons: [...reasons].sort(),
      starts: expected,
    });
  });
});

describe('one bad time', () => {
  test.each([
    ['is missing', Number.NaN],
    ['falls', 0.1],
    ['leaps ahead', 99],
  ])('that %s costs no other', (_, time) => {
    const at = 5;
    const { timeAt } = createTimeline(withStarts((start, i) => (i === at ? time : start)));
    for (const [offset, start] of starts.entries()) expect(timeAt(offset)).toBeCloseTo(start, offset === at ? 6 : 12);
  });
});

describe('SSML in a text', () => {
  const text = 'One two <break time="1.0s" /> three and four.';
  const hidden = (alignment: WireAlignment) => createTimeline(alignment, { text, ssmlTags: 'hide' });
  /** The same text without the tag, and a second of silence in its place. */
  const silent = alignmentOf(
    [...'One two  three and four.'],
    [...Array.from({ length: 7 }, () => 0.1), 1.1, 0.1, ...Array.from({ length: 15 }, () => 0.1)],
  );

  test.each<[string, WireAlignment, string]>([
    ['present', aligned(text), 'exact'],
    ['left out', silent, 'repaired'],
    [
      'left out with a space',
      alignmentOf(
        [...'One two three and four.'],
        [...Array.from({ length: 7 }, () => 0.1), 1.2, ...Array.from({ length: 15 }, () => 0.1)],
      ),
      'repaired',
    ],
    ['there in part', aligned('One two 1.0s three and four.'), 'repaired'],
  ])('may be %s', (_, alignment, level) => {
    const { text: shown, words, quality } = hidden(alignment);
    const own = alignment.characters.join('');
    expect(shown).toBe('One two three and four.');
    expect(quality.level).toBe(level);
    for (const word of words) {
      const at = own.indexOf(word.text);
      expect([word.text, word.startTime]).toEqual([word.text, alignment.character_start_times_seconds[at]]);
    }
  });

  test.each([
    ['left out', silent],
    ['there in part', aligned('One two 1.0s three and four.')],
    ['left out with a space', aligned('One two three and four.')],
  ])('is told from another text: %s', (_, alignment) => {
    expect(hidden(alignment).quality.reasons).toEqual(['tags-left-out']);
  });

  test('that ends it may be left out', () => {
    const { quality, words } = createTimeline(aligned('Bye.'), { text: 'Bye. <break time="1s" />', duration: 1.4 });
    expect(quality).toEqual({ level: 'repaired', reasons: ['tags-left-out'] });
    expect(words[0]).toMatchObject({ startTime: 0, endTime: 0.4 });
  });
});

describe('times of the model’s own text', () => {
  const only = (normalized: string, text: string) =>
    createTimeline({ alignment: null, normalized_alignment: aligned(normalized) }, { text });

  test('lead back to numbers, signs and abbreviations', () => {
    const { words } = only(' I have twenty-one dollars and fifty cents left over. ', 'I have $21.50 left over.');
    expect(words.map(({ text, startTime }) => [text, Math.round((startTime ?? -1) * 10) / 10])).toEqual([
      ['I', 0.1],
      ['have', 0.3],
      ['$21.50', 0.8],
      ['left', 4.3],
      ['over.', 4.8],
    ]);
  });

  test.each([
    ['jin tian tian qi hen hao. wo men qu gong yuan.', '今天天气很好。我们去公园。', 2.6],
    ['kyou wa tenki ga ii desu ne. kouen ni ikimashou.', '今日は天気がいいですね。公園に行きましょう。', 2.9],
  ])('in another script lead to the starts of sentences: %s', (normalized, text, second) => {
    const { sentences, quality } = only(normalized, text);
    expect(sentences.map(({ startTime }) => Math.round((startTime ?? -1) * 10) / 10)).toEqual([0, second]);
    expect(quality.level).toBe('estimated');
    expect(quality.reasons).toEqual(expect.arrayContaining(['only-normalized', 'sentence-level']));
  });

  test('in another script with other sentences are spread over all', () => {
    const { words, duration, quality } = only(
      'jin tian tian qi hen hao wo men qu gong yuan.',
      '今天天气很好。我们去公园。',
    );
    expect(words[0]?.startTime).toBe(0);
    expect(words.at(-1)?.endTime).toBe(duration);
    expect(quality.level).toBe('estimated');
  });
});

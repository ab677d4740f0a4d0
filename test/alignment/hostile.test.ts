import { createTimeline, type Timeline, toLRC, toSRT, toVTT } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, alignmentOf } from './aligned.js';

/** What comes from JSON has no type that could be trusted. */
const fromJson = (text: string): Parameters<typeof createTimeline>[0] => JSON.parse(text);

describe('data of any size is taken', () => {
  const MANY = 200_000;

  test.each<[string, () => Timeline, number]>([
    [
      'a segment of very many words',
      () => createTimeline({ segments: [{ text: 'a '.repeat(MANY), start: 0, end: 1000 }] }),
      MANY,
    ],
    ['a cue of very many words', () => createTimeline(`WEBVTT\n\n00:00.000 --> 10:00.000\n${'a '.repeat(MANY)}`), MANY],
    [
      'a word of very many characters',
      () =>
        createTimeline([
          {
            text: 'a'.repeat(MANY),
            start: 0,
            end: 2,
            characters: Array.from({ length: MANY }, (_, i) => ({ text: 'a', start: i / 1e5, end: (i + 1) / 1e5 })),
          },
        ]),
      1,
    ],
    ['lists in lists', () => createTimeline(fromJson('['.repeat(20_000) + ']'.repeat(20_000)), { text: 'Hi' }), 1],
    [
      'words in words',
      () => createTimeline(fromJson('{"words":['.repeat(10_000) + ']}'.repeat(10_000)), { text: 'Hi' }),
      1,
    ],
    [
      'characters in characters',
      () => createTimeline(fromJson(`[${'{"text":"a","start":0,"characters":['.repeat(9000)}${']}'.repeat(9000)}]`)),
      1,
    ],
  ])('%s', (_, make, count) => {
    expect(make().words).toHaveLength(count);
  });
});

describe('elements of very many characters', () => {
  test('that are others than the text take no more memory than a page', () => {
    const text = 'a'.repeat(5000);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const source = alignmentOf(Array.from({ length: 256 }, () => 'x'.repeat(5000)));
    const { quality } = createTimeline(source, { text });
    most = process.memoryUsage().arrayBuffers - before;
    expect(quality.level).toBe('estimated');
    expect(most).toBeLessThan(50e6);
  });

  test('keep their time where they are cut to be compared', () => {
    const text = `1 ${'once upon a time '.repeat(100)}there was an end.`;
    const spoken = text.replace('1', 'one');
    const at = spoken.indexOf('there');
    const timeline = createTimeline(alignmentOf([spoken.slice(0, at), spoken.slice(at)], [60]), { text });
    expect(timeline.timeAt(text.indexOf('there'))).toBeCloseTo(60, 6);
    expect(timeline.knownUntil).toBe(text.length);
    expect(timeline.quality.reasons).toContain('text-differs');
  });
});

/** A text that made a pattern or a search look at its whole rest again and again. */
const TEXTS: [string, (count: number) => unknown][] = [
  ['digits that are no cue', (count) => createTimeline('1'.repeat(count), { text: 'a' }).words],
  ['dashes behind a word', (count) => createTimeline(null, { text: `a${'—-'.repeat(count)}` }).words],
  ['dashes in front of a word', (count) => createTimeline(null, { text: `${'—-'.repeat(count)}a` }).words],
  ['words and dashes', (count) => createTimeline(null, { text: 'ab—'.repeat(count) }).words],
  [
    'spaces in a segment',
    (count) => createTimeline({ segments: [{ text: `a${' '.repeat(count)}b`, start: 0, end: 4 }] }).words,
  ],
  ['spaces in a line of LRC', (count) => toLRC(createTimeline(aligned(`a${' '.repeat(count)}b`)))],
  ['line breaks in SubRip', (count) => toSRT(createTimeline(aligned(`a${' \r'.repeat(count)}b`)))],
  ['line breaks in WebVTT', (count) => toVTT(createTimeline(aligned(`a${' \r'.repeat(count)}b`)))],
  [
    'full stops in another text',
    (count) =>
      createTimeline(aligned(`${'x'.repeat(20)}${'.'.repeat(count)}x`), { text: '一二三四五六七八九十'.repeat(3) })
        .words,
  ],
  ['brackets that stay open', (count) => createTimeline(null, { text: '[a'.repeat(count), audioTags: 'hide' }).words],
  ['tags that stay open', (count) => createTimeline(null, { text: '<p '.repeat(count), ssmlTags: 'hide' }).words],
];

test.each(TEXTS)('twice as much costs twice as much: %s', (_, work) => {
  const times = new Map([20_000, 40_000].map((count) => [count, Infinity]));
  work(5000);
  // The least of some runs: others use the machine as well.
  for (let run = 0; run < 4; run++) {
    for (const [count, least] of times) {
      const before = performance.now();
      work(count);
      times.set(count, Math.min(least, performance.now() - before));
    }
  }
  const [half = 0, whole = 0] = times.values();
  expect(whole).toBeLessThan(3 * half + 20);
});

test('a text that is alike everywhere and the same nowhere is laid over all the same, in a moment', () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const letters = Array.from({ length: 40_000 }, () => String.fromCharCode(97 + Math.floor(random() * 26)));
  const spoken = letters.map((letter, i) => (i % 4 === 3 ? '7' : letter));
  const alignment = aligned(spoken.join(''));
  const before = performance.now();
  const { quality, timeAt } = createTimeline(alignment, { text: letters.join('') });
  expect(performance.now() - before).toBeLessThan(5000);
  expect(quality.level).toBe('repaired');
  const off = [1, 20_001, 39_998].map((offset) =>
    Math.abs((timeAt(offset) ?? 0) - (alignment.character_start_times_seconds[offset] ?? 0)),
  );
  expect(Math.max(...off)).toBeLessThan(1);
});

import fc from 'fast-check';
import { createTimeline, toLRC, toSRT, toVTT } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, alignmentOf, anyLengths, measured } from './aligned.js';
import { anyAnswer } from './damages.js';

const timeline = createTimeline(aligned('Hello <you> & me.\nYes.\n\nBye.', [0.1, 0.12]));
/** A word that ends before the next begins. */
const apart = createTimeline(
  [
    { text: 'One', start: 3599.5, end: 3599.9 },
    { text: 'two.', start: 3600.25, end: 3661.001 },
  ],
  { duration: 3661.001 },
);

describe('WebVTT', () => {
  test('has a cue for each sentence and a time for each word', () => {
    expect(toVTT(timeline)).toBe(
      [
        'WEBVTT\n',
        '00:00:00.000 --> 00:00:01.860',
        'Hello<00:00:00.540> <00:00:00.660>&lt;you&gt;<00:00:01.200> <00:00:01.320>&amp;<00:00:01.420> <00:00:01.540>me.\n',
        '00:00:01.980 --> 00:00:02.420',
        'Yes.\n',
        '00:00:02.640 --> 00:00:03.080',
        'Bye.\n',
      ].join('\n'),
    );
  });

  test('counts hours, and the pause between words', () => {
    expect(toVTT(apart)).toContain('00:59:59.500 --> 01:01:01.001\nOne<00:59:59.900> <01:00:00.250>two.');
  });

  test('may do without times for words, and hold paragraphs', () => {
    expect(toVTT(timeline, { words: false, by: 'paragraph' })).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:02.420\nHello &lt;you&gt; &amp; me.\nYes.\n\n00:00:02.640 --> 00:00:03.080\nBye.\n',
    );
  });

  test('leaves out what has no time', () => {
    expect(toVTT(createTimeline(null, { text: 'Hi.' }))).toBe('WEBVTT\n');
    expect(toVTT(createTimeline(aligned('Hi yo'), { text: 'Hi you. And you.' }))).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:00.300\nHi<00:00:00.200> you.\n',
    );
  });

  test('has no blank line within a cue, which would end it', () => {
    expect(toVTT(createTimeline(aligned('one\r\rtwo')), { words: false })).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:00.800\none\ntwo\n',
    );
  });

  test('has times that rise within each cue, whatever it is made of', () => {
    fc.assert(
      fc.property(anyAnswer, ({ alignment, options }) => {
        for (const block of toVTT(createTimeline(alignment, options)).split('\n\n').slice(1)) {
          const [start = 0, end = 0, ...inside] = [...block.matchAll(/(\d+):(\d\d):(\d\d)\.(\d{3})/g)].map(
            ([, h, m, s, ms]) => (Number(h) * 60 + Number(m)) * 60_000 + Number(s) * 1000 + Number(ms),
          );
          expect(end).toBeGreaterThan(start);
          for (const [i, stamp] of inside.entries()) expect(stamp).toBeGreaterThan(inside[i - 1] ?? start);
          expect(inside.at(-1) ?? -1).toBeLessThan(Math.max(end, 1));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is read again with the same words at the same times, to the millisecond', () => {
    const prose = fc
      .array(fc.constantFrom('One', 'two,', 'three.', 'é\u0301', '<four>', 'R&D'), { minLength: 1, maxLength: 20 })
      .map((words) => words.join(' '));
    const milliseconds = (seconds: number | null) => Math.round((seconds ?? -1) * 1000);
    fc.assert(
      fc.property(prose, anyLengths, (text, lengths) => {
        const before = createTimeline(measured([...text], lengths));
        const after = createTimeline(toVTT(before));
        expect(after.text).toBe(text);
        expect(after.words.map(({ startTime }) => milliseconds(startTime))).toEqual(
          before.words.map(({ startTime }) => milliseconds(startTime)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

test('a cue that would last for no time at all can be read all the same', () => {
  const still = createTimeline({
    characters: [...'Oh. Hi.'],
    character_start_times_seconds: [0, 0.1, 0.2, 0.3, 1, 1, 1],
    character_end_times_seconds: [0.1, 0.2, 0.3, 1, 1, 1, 1],
  });
  expect(toVTT(still)).toContain('00:00:01.000 --> 00:00:01.500\nHi.');
  expect(toSRT(still)).toContain('00:00:01,000 --> 00:00:01,500\nHi.');
  const all = createTimeline(alignmentOf([...'Oh. Hi.'], [0]));
  expect(toSRT(all)).toContain('00:00:00,000 --> 00:00:00,001\nOh.');
});

describe('SubRip', () => {
  test('has no times but its own, whatever the text says', () => {
    const text = 'a b\r1\r00:00:01,000 --> 00:00:02,000\rc.';
    expect(toSRT(createTimeline(aligned(text))).match(/-->/g)).toHaveLength(1);
  });

  test('has numbered cues with a comma before the milliseconds', () => {
    expect(toSRT(timeline)).toBe(
      '1\n00:00:00,000 --> 00:00:01,860\nHello <you> & me.\n\n2\n00:00:01,980 --> 00:00:02,420\nYes.\n\n3\n00:00:02,640 --> 00:00:03,080\nBye.\n',
    );
    expect(toSRT(createTimeline(null))).toBe('');
  });
});

describe('enhanced LRC', () => {
  test('has no times and fields but its own, whatever the text says', () => {
    const lrc = toLRC(createTimeline(aligned('[00:59.00] evil <00:10.00> x [ar:Me] [sic] a<b')));
    expect(lrc).not.toMatch(/\[00:59|<00:10\.00>|\[ar:/);
    expect(lrc).toContain('‹00:10.00>');
    expect(lrc).toContain('[sic]');
    expect(lrc).toContain('a<b');
  });

  test('has a line for each sentence and a time for each word', () => {
    expect(toLRC(timeline)).toBe(
      '[00:00.00]<00:00.00>Hello <00:00.66><you> <00:01.32>& <00:01.54>me.<00:01.86>\n[00:01.98]<00:01.98>Yes.<00:02.42>\n[00:02.64]<00:02.64>Bye.<00:03.08>\n',
    );
  });

  test('keeps a line one line, and counts minutes beyond an hour', () => {
    expect(toLRC(createTimeline(alignmentOf(['one', '\n', 'two'], [3600.125]), { duration: 10_801 }))).toBe(
      '[00:00.00]<00:00.00>one <120:00.25>two<180:00.38>\n',
    );
  });
});

describe('JSON', () => {
  test('makes the same timeline again, tags, locale and quality included', () => {
    const before = createTimeline(aligned('One [laughs] two.'), {
      text: 'One [laughs] “two”.',
      audioTags: 'hide',
      locale: 'en',
    });
    const after = createTimeline(JSON.parse(JSON.stringify(before)));
    expect(after.text).toBe('One “two”.');
    expect(after.words).toEqual(before.words);
    expect(after.quality).toEqual(before.quality);
    expect(after.spans.locale).toBe('en');
    expect(after.toJSON()).toEqual(before.toJSON());
  });

  test.each([
    ['times that fall', { characterStartTimesSeconds: [0.5, 0.4, 0.1] }],
    ['ends before starts', { characterEndTimesSeconds: [0, 0, 0] }],
    ['other characters', { characters: ['x', 'i', '.'] }],
    ['no times', { characterStartTimesSeconds: [] }],
  ])('with %s is mended like any other', (_, change) => {
    const json = createTimeline(aligned('Hi.')).toJSON();
    const { quality, timeAt } = createTimeline({ ...json, alignment: { ...json.alignment, ...change } });
    expect(quality.level).not.toBe('exact');
    expect([0, 1, 2].map((offset) => Number.isFinite(timeAt(offset) ?? 0))).toEqual([true, true, true]);
  });

  test('of an unknown quality is asked again', () => {
    const json = createTimeline(aligned('Hi.')).toJSON();
    expect(createTimeline(JSON.parse(JSON.stringify({ ...json, quality: 'good' }))).quality.level).toBe('exact');
  });

  test('is shown as it is asked for', () => {
    const json = createTimeline(aligned('[laughs] Hi.')).toJSON();
    expect(createTimeline(json, { audioTags: 'hide' }).text).toBe('Hi.');
    expect(createTimeline(json, { duration: 9 }).duration).toBe(9);
  });
});

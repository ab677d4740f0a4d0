import { createTimeline, type Timeline, type TimelineJSON } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned } from './aligned.js';

const TEXT = 'One two three. Four five six.';
/** What a server kept: JSON has no type that could be trusted. */
const kept = (timeline: Timeline, change: object = {}): TimelineJSON =>
  JSON.parse(JSON.stringify({ ...timeline.toJSON(), ...change }));

describe('the level of quality', () => {
  test('is judged by the whole text, of which little may be known', () => {
    const text = `Once upon ${'a time there was '.repeat(100)}`;
    const { quality, knownUntil } = createTimeline(aligned('Once upon'), { text });
    expect([knownUntil, quality.level, quality.reasons]).toEqual([9, 'estimated', ['ends-before-the-text']]);
  });

  test('is not lowered by white space at the end, which has no sound', () => {
    expect(createTimeline(aligned('Hi'), { text: `Hi${' '.repeat(99)}` }).quality.level).toBe('exact');
  });
});

describe('what was guessed stays a guess in JSON', () => {
  const guessed = createTimeline(null, { text: TEXT, duration: 3 });

  test.each([
    ['as it is', {}],
    ['with the duration again', { duration: 3 }],
    ['for another sound', { duration: 4 }],
    ['for a longer text', { text: `${TEXT} More.` }],
  ])('%s', (_, options) => {
    const again = createTimeline(kept(guessed), options);
    expect(again.quality.level).toBe('estimated');
    expect(again.quality.reasons).toContain('no-times');
  });

  test('and what was repaired stays repaired', () => {
    const repaired = createTimeline({ ...aligned(TEXT), character_end_times_seconds: [] }, { text: TEXT });
    const { quality } = createTimeline(kept(repaired), { duration: 2.9 });
    expect(quality.level).toBe('repaired');
    expect(quality.reasons).toEqual(expect.arrayContaining(['missing-times', 'unequal-lengths']));
  });

  test('while what had no times may have guessed ones later', () => {
    const none = createTimeline(null, { text: TEXT });
    expect(createTimeline(kept(none), { duration: 3 }).quality).toEqual({ level: 'estimated', reasons: ['no-times'] });
  });
});

describe('JSON that somebody changed', () => {
  const exact = createTimeline(aligned(TEXT));

  test('has no reasons but those that there are', () => {
    const json = kept(exact, { quality: { level: 'repaired', reasons: [7, {}, 'so-so', 'missing-times'] } });
    expect(createTimeline(json).quality).toEqual({ level: 'repaired', reasons: ['missing-times'] });
  });

  test('is not exact for a reason', () => {
    const json = kept(exact, { quality: { level: 'exact', reasons: ['collapsed-times'] } });
    expect(createTimeline(json).quality).toEqual({ level: 'repaired', reasons: ['collapsed-times'] });
  });

  test('into one without a quality is judged by its times', () => {
    expect(createTimeline(kept(exact, { quality: null })).quality.level).toBe('exact');
    const { alignment } = kept(exact);
    const worse = { ...alignment, characterStartTimesSeconds: alignment.characterStartTimesSeconds.with(3, 9) };
    expect(createTimeline(kept(exact, { quality: null, alignment: worse })).quality.level).toBe('repaired');
  });

  test('has no time behind its duration', () => {
    const { duration, words, quality } = createTimeline(kept(exact, { duration: 0.1 }));
    expect(duration).toBe(0.1);
    expect(Math.max(...words.map(({ endTime }) => endTime ?? 0))).toBe(0.1);
    expect(quality).toEqual({ level: 'repaired', reasons: ['ends-after-the-sound'] });
  });
});

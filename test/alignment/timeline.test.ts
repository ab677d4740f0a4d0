import { createTimeline } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, alignmentOf } from './aligned.js';

const WIRE = aligned('Hi you.', [0.5]);
const SDK = {
  characters: WIRE.characters,
  characterStartTimesSeconds: WIRE.character_start_times_seconds,
  characterEndTimesSeconds: WIRE.character_end_times_seconds,
};

describe('a timeline', () => {
  test.each([
    ["the wire's alignment", WIRE],
    ["the SDK's alignment", SDK],
    ["the wire's answer", { audio_base64: 'AA==', alignment: WIRE, normalized_alignment: aligned(' Hi you. ') }],
    ["the SDK's answer", { audioBase64: 'AA==', alignment: SDK, normalizedAlignment: aligned(' Hi you. ') }],
  ])('is made of %s', (_, source) => {
    const timeline = createTimeline(source);
    expect(timeline.text).toBe('Hi you.');
    expect(timeline.duration).toBe(3.5);
    expect(timeline.quality).toEqual({ level: 'exact', reasons: [] });
    expect(timeline.words).toEqual([
      { text: 'Hi', start: 0, end: 2, startTime: 0, endTime: 1 },
      { text: 'you.', start: 3, end: 7, startTime: 1.5, endTime: 3.5 },
    ]);
    expect(timeline.sentences).toEqual([{ text: 'Hi you.', start: 0, end: 7, startTime: 0, endTime: 3.5 }]);
    expect(timeline.paragraphs).toEqual(timeline.sentences);
  });

  test.each([
    ["the wire's", { alignment: null, normalized_alignment: WIRE }],
    ["the SDK's", { normalizedAlignment: SDK }],
  ])("is made of the model's side where there is no other: %s", (_, source) => {
    expect(createTimeline(source)).toMatchObject({
      text: 'Hi you.',
      duration: 3.5,
      quality: { level: 'repaired', reasons: ['only-normalized'] },
    });
  });

  test.each([null, undefined, {}, { alignment: null }, { alignment: null, normalizedAlignment: null }])(
    'of %j has text and no times',
    (source) => {
      const timeline = createTimeline(source, { text: 'Hi you.' });
      expect(timeline).toMatchObject({ text: 'Hi you.', duration: null, knownUntil: 0, quality: { level: 'none' } });
      expect(timeline.words.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
        [null, null],
        [null, null],
      ]);
      expect([timeline.wordIndexAt(1), timeline.sentenceIndexAt(1), timeline.offsetAt(1), timeline.timeAt(0)]).toEqual([
        -1,
        -1,
        0,
        null,
      ]);
    },
  );

  test('of nothing at all is empty', () => {
    const timeline = createTimeline(null);
    expect([timeline.text, timeline.words, timeline.sentences, timeline.paragraphs]).toEqual(['', [], [], []]);
  });

  test('hands out the same lists each time they are asked for', () => {
    const timeline = createTimeline(WIRE);
    expect(timeline.words).toBe(timeline.words);
    expect(timeline.sentences).toBe(timeline.sentences);
  });

  test('takes the duration of the sound where that is known', () => {
    expect(createTimeline(WIRE, { duration: 3.55 }).duration).toBe(3.55);
    expect(createTimeline(null, { text: 'Hi', duration: 3.55 }).duration).toBe(3.55);
  });

  test.each([Number.NaN, Infinity, -1])('takes no duration of %d', (duration) => {
    expect(createTimeline(WIRE, { duration }).duration).toBe(3.5);
    expect(createTimeline(null, { duration }).duration).toBeNull();
  });
});

describe('what is heard at a time', () => {
  const { wordIndexAt, sentenceIndexAt, offsetAt } = createTimeline(aligned(' Hi. You.', [0.5]));

  test('is the last that started, and nothing before the first', () => {
    expect([-1, 0, 0.49, 0.5, 1.99, 2, 2.49, 2.5, 99].map(wordIndexAt)).toEqual([-1, -1, -1, 0, 0, 0, 0, 1, 1]);
    expect([-1, 0.49, 0.5, 2.49, 2.5, 99].map(sentenceIndexAt)).toEqual([-1, -1, 0, 0, 1, 1]);
    expect([-1, 0, 0.49, 0.5, 2.5, 99].map(offsetAt)).toEqual([0, 0, 0, 1, 5, 8]);
  });

  test('is a word from its very start, where a click on it leads', () => {
    const timeline = createTimeline(aligned('One, two — three.', [0.011, 0.0116, 0.013]));
    for (const [index, word] of timeline.words.entries()) {
      expect(timeline.timeAt(word.start)).toBe(word.startTime);
      expect(timeline.wordIndexAt(word.startTime ?? -1)).toBe(index);
    }
  });

  test('is nothing at a time that is none, and the last at the end of time', () => {
    expect(wordIndexAt(Number.NaN)).toBe(-1);
    expect(offsetAt(Number.NaN)).toBe(0);
    expect(wordIndexAt(-Infinity)).toBe(-1);
    expect(wordIndexAt(Infinity)).toBe(1);
  });
});

describe('elements', () => {
  test('of no length give the same time, of which the last is heard', () => {
    const timeline = createTimeline(aligned('a\n\nb', [0.5, 0.5, 0, 0.5]));
    expect([0, 1, 2, 3].map(timeline.timeAt)).toEqual([0, 0.5, 1, 1]);
    expect(timeline.offsetAt(1)).toBe(3);
    expect(timeline.wordIndexAt(1)).toBe(1);
    expect(timeline.paragraphs.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('are code points, so offsets behind an emoji count its halves', () => {
    const timeline = createTimeline(aligned('👍🏽 é\u0301 hi', [0.5]));
    expect(timeline.words.map(({ text, start, startTime }) => [text, start, startTime])).toEqual([
      ['👍🏽', 0, 0],
      ['é\u0301', 5, 1.5],
      ['hi', 8, 3],
    ]);
    expect([0, 1, 2, 3, 4].map(timeline.timeAt)).toEqual([0, 0, 0.5, 0.5, 1]);
    expect([0, 1, 2, 5, 99].map(timeline.characterEnd)).toEqual([2, 2, 4, 6, 10]);
  });

  test('may be graphemes of several code points', () => {
    const timeline = createTimeline(alignmentOf(['👩‍👩‍👧', ' ', 'e\u0301', 't', 'e\u0301'], [0.5]));
    expect(timeline.quality.level).toBe('exact');
    expect(timeline.words.map(({ text, startTime, endTime }) => [text, startTime, endTime])).toEqual([
      ['👩‍👩‍👧', 0, 0.5],
      ['e\u0301te\u0301', 1, 2.5],
    ]);
    expect(timeline.offsetAt(1.2)).toBe(9);
    expect(timeline.characterEnd(9)).toBe(11);
  });

  test('may hold the start of a word, which starts with them', () => {
    const timeline = createTimeline(alignmentOf(['one t', 'wo'], [0.5]));
    expect(timeline.words.map(({ startTime }) => startTime)).toEqual([0, 0]);
    expect(timeline.wordIndexAt(0)).toBe(1);
  });

  test('are never made one by normalising', () => {
    const text = 'e\u0301 é \u1112\u1161';
    expect(createTimeline(aligned(text), { text })).toMatchObject({
      text,
      quality: { level: 'exact' },
      knownUntil: text.length,
    });
  });
});

describe('times that are not known', () => {
  const text = 'One two three.';
  const timeline = createTimeline(aligned('One tw', [0.5]), { text });

  test('are null, and words that are known in part have their start', () => {
    expect(timeline.words.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
      [0, 1.5],
      [2, null],
      [null, null],
    ]);
    expect(timeline.knownUntil).toBe(6);
    expect(timeline.timeAt(6)).toBeNull();
    expect(timeline.characterEnd(6)).toBe(6);
  });

  test.each([-1, Number.NaN, 14, 1e9])('are null at %d, where no character is', (offset) => {
    expect(createTimeline(aligned(text)).timeAt(offset)).toBeNull();
  });

  test('light nothing behind the last that is known', () => {
    expect(timeline.wordIndexAt(99)).toBe(1);
    expect(timeline.offsetAt(99)).toBe(5);
  });
});

import { createTimeline, type TimeSource } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned } from './aligned.js';

const wordsOf = (source: TimeSource, text?: string) =>
  createTimeline(source, { text }).words.map(({ text, startTime, endTime }) => [text, startTime, endTime]);

const message = (text: string, from = 0) => ({
  audio: 'AA==',
  alignment: {
    chars: [...text],
    charStartTimesMs: [...text].map((_, i) => from + i * 100),
    charsDurationsMs: [...text].map(() => 100),
  },
});

describe('websocket messages', () => {
  const HELLO = [
    ['Hi', 0, 0.2],
    ['you.', 0.3, 0.7],
  ];

  test('are read in each spelling', () => {
    const { chars, charStartTimesMs, charsDurationsMs } = message('Hi you.').alignment;
    expect(wordsOf({ chars, charStartTimesMs, charDurationsMs: charsDurationsMs })).toEqual(HELLO);
    expect(wordsOf({ chars, chars_start_times_ms: charStartTimesMs, chars_durations_ms: charsDurationsMs })).toEqual(
      HELLO,
    );
    expect(wordsOf({ chars, char_start_times_ms: charStartTimesMs, char_durations_ms: charsDurationsMs })).toEqual(
      HELLO,
    );
    expect(wordsOf(message('Hi you.'))).toEqual(HELLO);
  });

  test('that count from their own start go one after another', () => {
    const { words, quality } = createTimeline([message('Hi you. '), message('And you.')]);
    expect(words.map(({ text, startTime }) => [text, startTime])).toEqual([
      ['Hi', 0],
      ['you.', 0.3],
      ['And', 0.8],
      ['you.', expect.closeTo(1.2, 9)],
    ]);
    expect(quality).toEqual({ level: 'repaired', reasons: ['restarted-times'] });
  });

  test.each([
    ['short ones', ['Hi ', 'there you ', 'are'], [0, 0.3, 0.9, 1.3]],
    ['a last one of two characters', ['Hello there my friend ', 'ok'], [0, 0.6, 1.2, 1.5, 2.2]],
    ['one of one character', ['I ', 'x'], [0, 0.2]],
    [
      'each longer than all before',
      ['One ', 'two ', 'three ', 'four five six seven'],
      [0, 0.4, 0.8, 1.4, 1.9, 2.4, 2.8],
    ],
  ])('that count from their own start are told by where they begin: %s', (_, texts, starts) => {
    const { words, quality } = createTimeline(texts.map((text) => message(text)));
    expect(words.map(({ startTime }) => Math.round((startTime ?? -1) * 10) / 10)).toEqual(starts);
    expect(quality).toEqual({ level: 'repaired', reasons: ['restarted-times'] });
  });

  test('that count from their own start may begin with silence', () => {
    const { words } = createTimeline([message('Hello there my friend '), message('how are you', 400)]);
    expect(words[4]).toMatchObject({ text: 'how', startTime: expect.closeTo(2.6, 9) });
  });

  test('that overlap a little are no new start', () => {
    const { quality } = createTimeline([message('Hello there my friend '), message('how are you', 2050)]);
    expect(quality.reasons).toEqual(['unordered-times']);
  });

  test('that count from the start of all are exact', () => {
    const { words, quality } = createTimeline([message('Hi you. '), message('And you.', 800), { alignment: null }]);
    expect(words[2]).toMatchObject({ text: 'And', startTime: 0.8 });
    expect(quality.level).toBe('exact');
  });

  test('that lack times leave those of the others where they are', () => {
    const short = message('Hi you. ');
    const { words } = createTimeline([
      { alignment: { ...short.alignment, charStartTimesMs: [0], charsDurationsMs: [] } },
      message('And you.', 800),
    ]);
    expect(words[2]).toMatchObject({ text: 'And', startTime: 0.8 });
  });
});

describe('answers in lines', () => {
  test('are one after another', () => {
    const whole = aligned('Hi you.');
    const part = (from: number, to: number) => ({
      alignment: {
        characters: whole.characters.slice(from, to),
        character_start_times_seconds: whole.character_start_times_seconds.slice(from, to),
        character_end_times_seconds: whole.character_end_times_seconds.slice(from, to),
      },
    });
    const timeline = createTimeline([part(0, 4), { alignment: null }, part(4, 7)]);
    expect(timeline.toJSON().alignment.characters.join('')).toBe('Hi you.');
    expect(timeline.quality.level).toBe('exact');
  });
});

describe('words', () => {
  const timed = [
    { start: 0.2, end: 0.5 },
    { start: 0.6, end: 0.9 },
    { start: 2, end: 2.5 },
  ];
  const spoken = (words: string[]) => words.map((text, i) => ({ text, ...timed[i] }));
  const EXPECTED = [
    ['Hello,', 0.2, 0.5],
    ['big', 0.6, 0.9],
    ['world!', 2, 2.5],
  ];

  test.each<[string, TimeSource]>([
    ['as speech-to-text gives them', { words: spoken(['Hello,', 'big', 'world!']) }],
    ['as a list', spoken(['Hello,', 'big', 'world!'])],
    [
      'as Whisper gives them',
      {
        segments: [
          { words: spoken([' Hello,', ' big', ' world!']).map(({ text, ...time }) => ({ word: text, ...time })) },
        ],
      },
    ],
    [
      'with the spaces between them',
      spoken(['Hello,', 'big', 'world!']).flatMap((word, i) =>
        i ? [{ text: ' ', start: word.start, end: word.start }, word] : [word],
      ),
    ],
    ['with marks of their own', [...spoken(['Hello,', 'big', 'world']), { text: '!', start: 2.5, end: 2.5 }]],
  ])('%s have their times', (_, source) => {
    expect(wordsOf(source)).toEqual(EXPECTED);
    expect(createTimeline(source).quality).toEqual({ level: 'repaired', reasons: ['word-level'] });
  });

  test('find their place in a text with marks that they lack', () => {
    expect(wordsOf(spoken(['hello', 'big', 'world']), 'Hello, big world!')).toEqual(EXPECTED);
  });

  test('of a script without spaces are not parted', () => {
    expect(createTimeline(spoken(['你好', '世界', '。'])).text).toBe('你好世界。');
  });

  test('with characters are as good as characters', () => {
    const characters = [...'Hi'].map((text, i) => ({ text, start: i / 10, end: (i + 1) / 10 }));
    const { quality, timeAt } = createTimeline({ words: [{ text: 'Hi', start: 0, end: 0.2, characters }] });
    expect(quality.level).toBe('exact');
    expect(timeAt(1)).toBe(0.1);
  });

  test('light as a whole: nobody knows when their characters sound', () => {
    const { characterEnd, timeAt } = createTimeline(spoken(['Hello,', 'big', 'world!']));
    expect(characterEnd(8)).toBe(10);
    expect(timeAt(9)).toBe(0.6);
  });

  test('of segments that only begin and end are guessed in between', () => {
    const source = {
      segments: [
        { text: ' Hello there.', start: 1, end: 2 },
        { text: ' Bye.', start: 3, end: 4 },
      ],
    };
    const { words, quality } = createTimeline(source);
    expect(words.map(({ text, startTime }) => [text, startTime])).toEqual([
      ['Hello', 1],
      ['there.', expect.closeTo(1.34, 2)],
      ['Bye.', 3],
    ]);
    expect(quality.level).toBe('estimated');
    expect(quality.reasons).toContain('sentence-level');
  });

  test.each<[string, TimeSource, string[]]>([
    [
      'a cue of Chinese',
      'WEBVTT\n\n00:00.000 --> 00:05.000\n今天天气很好我们去公园吧',
      ['今天', '天气', '很好', '我们', '去', '公园', '吧'],
    ],
    ['a segment of Chinese', { segments: [{ text: '今天天气很好', start: 0, end: 4 }] }, ['今天', '天气', '很好']],
    ['a sentence in a list of words', [{ text: 'It was fine.', start: 0, end: 4 }], ['It', 'was', 'fine.']],
    ['two words and a dash', [{ text: 'well—then', start: 0, end: 4 }], ['well—', 'then']],
  ])('of %s are spread over its time, and light one after another', (_, source, expected) => {
    const { words, quality, wordIndexAt } = createTimeline(source);
    expect(words.map(({ text }) => text)).toEqual(expected);
    const starts = words.map(({ startTime }) => startTime ?? -1);
    expect(starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? 0))).toBe(true);
    expect(wordIndexAt(0)).toBe(0);
    expect([quality.level, quality.reasons.includes('sentence-level')]).toEqual(['estimated', true]);
  });

  test('that are known keep their times beside those that are guessed', () => {
    const { words, quality } = createTimeline([
      { text: 'Extraordinarily', start: 0, end: 1 },
      { text: 'so be', start: 1.2, end: 2 },
    ]);
    expect(words.map(({ text, startTime }) => [text, startTime])).toEqual([
      ['Extraordinarily', 0],
      ['so', 1.2],
      ['be', expect.any(Number)],
    ]);
    expect(quality.level).toBe('repaired');
  });

  test.each<[string, TimeSource]>([
    ['no words', []],
    ['no segments', { segments: [] }],
    ['neither', { words: null, segments: null }],
  ])('of a transcript with %s have no times', (_, source) => {
    expect(createTimeline(source, { text: 'Hi' }).quality.level).toBe('none');
  });
});

describe('WebVTT', () => {
  const HEAD = 'WEBVTT - of a voice\n\nNOTE nothing\n\n';

  test('has times for words where it says them', () => {
    const source = `${HEAD}1\n00:01.000 --> 00:02.500 align:start\n<v Ann>Hello <00:01.400><c.loud>big</c><00:01.800> <00:02.000>world.\n\n00:00:03.000 --> 00:00:04.000\nBye &amp; <i>go</i>.`;
    expect(wordsOf(source)).toEqual([
      ['Hello', 1, 1.4],
      ['big', 1.4, 1.8],
      ['world.', 2, 2.5],
      ['Bye', 3, expect.any(Number)],
      ['&', expect.any(Number), expect.any(Number)],
      ['go.', expect.any(Number), 4],
    ]);
  });

  test('may have the space between words with the one that follows', () => {
    expect(wordsOf(`${HEAD}00:01.000 --> 00:02.500\nHello<00:01.400><c> big</c><00:02.000><c> world.</c>`)).toEqual([
      ['Hello', 1, 1.4],
      ['big', 1.4, 2],
      ['world.', 2, 2.5],
    ]);
  });

  test('without them has the times of its cues, and says so', () => {
    const { words, quality } = createTimeline(
      `${HEAD}00:01.000 --> 00:02.000\r\nOne two.\r\n\r\n00:03.000 --> 00:04.000\r\nThree.`,
    );
    expect(words.map(({ text, startTime }) => [text, startTime])).toEqual([
      ['One', 1],
      ['two.', expect.closeTo(1.29, 2)],
      ['Three.', 3],
    ]);
    expect(quality).toMatchObject({ level: 'estimated', reasons: expect.arrayContaining(['sentence-level']) });
  });

  test('finds its place in the text that it is of', () => {
    const source = `${HEAD}00:01.000 --> 00:02.000\nOne two.\n\n00:03.000 --> 00:04.000\nThree.`;
    expect(createTimeline(source, { text: 'One “two.”\n\nThree.' }).words.at(-1)).toMatchObject({ startTime: 3 });
  });

  test.each(['', 'WEBVTT', 'Hello there.', '00:01 --> nothing'])('that is none (%j) has no times', (source) => {
    expect(createTimeline(source, { text: 'Hi' }).quality.level).toBe('none');
  });
});

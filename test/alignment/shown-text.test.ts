import { createTimeline } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, alignmentOf } from './aligned.js';

const shown = (text: string) => createTimeline(null, { text, audioTags: 'hide', ssmlTags: 'hide' }).text;

describe('tags that the model performs', () => {
  test.each([
    ['take no word with them', 'Hello [laughs]world', 'Hello world'],
    ['leave one space of two', 'Hello [laughs] world', 'Hello world'],
    ['leave no space at a start', '[laughs] Hello', 'Hello'],
    ['leave no space at a line’s start', 'A\n[laughs] Hello', 'A\nHello'],
    ['leave no space at an end', 'Hello. [laughs]', 'Hello.'],
    ['leave no space at a line’s end', 'Hello. [laughs]\nYou', 'Hello.\nYou'],
    ['leave no space before a mark', 'Hello [laughs].', 'Hello.'],
    ['part the words that they stood between', 'Hi.[laughs]You', 'Hi. You'],
    ['part nothing from its mark', '“Hi”[laughs], you', '“Hi”, you'],
    ['part nothing in quotes', '“[whispers]Hello”', '“Hello”'],
    ['part nothing in scripts without spaces', '你好。[laughs]世界', '你好。世界'],
    ['go together', 'one [laughs] [sighs softly][gulps] two', 'one two'],
    ['leave paragraphs as they are', 'A\n\n[sighs]\n\nB', 'A\n\n\n\nB'],
    ['may be in any language', '[笑] Hello', 'Hello'],
    ['may be breaks', 'Hello <break time="1.0s" /> world', 'Hello world'],
    ['may be breaks between words', 'Hello<break time="1s"/>world', 'Hello world'],
    ['leave what they enclose', 'a <phoneme alphabet="ipa" ph="x">word</phoneme>, b', 'a word, b'],
    ['are hidden between Chinese words', '你好[laughs]世界。', '你好世界。'],
    ['are hidden between Thai words', 'สวัสดี[laughs]ครับ', 'สวัสดีครับ'],
    ['leave nothing of two with a space between', 'a <p> </p>.', 'a.'],
    ['leave one space of two with a space between', 'a<p> </p>b', 'a b'],
    ['leave a word whole', 'un<emphasis>believ</emphasis>able', 'unbelievable'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    'a[0]',
    '[1]',
    '[open',
    'open]',
    '[]',
    '[two\nlines]',
    'a[b]',
    '[link](b)',
    '[[laughs]]',
    '[n\u0301]\u0301',
    '1 < 2 > 1',
    '<div>',
    '<breakfast>',
    '< break >',
  ])('%j is none of them', (text) => {
    expect(shown(text)).toBe(text);
  });

  test('are shown unless they are to be hidden', () => {
    const text = '[laughs] Hello <break time="1s" /> you';
    expect(createTimeline(null, { text }).text).toBe(text);
    expect(createTimeline(null, { text, audioTags: 'hide' }).text).toBe('Hello <break time="1s" /> you');
    expect(createTimeline(null, { text, ssmlTags: 'hide' }).text).toBe('[laughs] Hello you');
  });

  test('keep their time: what follows starts when it is said', () => {
    const timeline = createTimeline(aligned('One [laughs] two.'), { audioTags: 'hide' });
    expect(timeline.words).toEqual([
      { text: 'One', start: 0, end: 3, startTime: 0, endTime: 0.3 },
      { text: 'two.', start: 4, end: 8, startTime: 1.3, endTime: 1.7 },
    ]);
    expect([0.35, 0.8, 1.29, 1.3].map(timeline.wordIndexAt)).toEqual([0, 0, 0, 1]);
    expect([0.8, 1.3].map(timeline.offsetAt)).toEqual([3, 4]);
    expect(timeline.characterEnd(3)).toBe(4);
    expect(timeline.duration).toBe(1.7);
  });

  test('at the start light nothing', () => {
    const { wordIndexAt, offsetAt, timeAt } = createTimeline(aligned('[laughs] Hi'), { audioTags: 'hide' });
    expect([0, 0.5, 0.89, 0.9].map(wordIndexAt)).toEqual([-1, -1, -1, 0]);
    expect(offsetAt(0.5)).toBe(0);
    expect(timeAt(0)).toBe(0.9);
  });

  test('may share an element with what is shown', () => {
    const { words, offsetAt } = createTimeline(alignmentOf(['[laughs] Hi', ' you'], [1]), { audioTags: 'hide' });
    expect(words.map(({ text, startTime, endTime }) => [text, startTime, endTime])).toEqual([
      ['Hi', 0, 1],
      ['you', 1, 2],
    ]);
    expect(offsetAt(0.5)).toBe(0);
  });
});

describe('offsets', () => {
  const { toSource, toShown, text } = createTimeline(null, {
    text: 'Hi [sighs] you.[laughs]All [x]',
    audioTags: 'hide',
  });

  test('of what is shown lead to what was sent, and back', () => {
    expect(text).toBe('Hi you. All');
    expect([0, 2, 3, 6, 7, 8, 10].map(toSource)).toEqual([0, 2, 11, 14, 15, 23, 25]);
    expect([0, 2, 11, 14, 15, 23, 25].map(toShown)).toEqual([0, 2, 3, 6, 7, 8, 10]);
  });

  test('within a tag lead to what follows it', () => {
    expect([3, 5, 10, 16, 22, 27].map(toShown)).toEqual([3, 3, 3, 8, 8, 11]);
  });

  test('that no text has are those of its ends', () => {
    for (const options of [{ audioTags: 'hide' }, {}] as const) {
      const timeline = createTimeline(aligned('Hi [sighs] you'), options);
      const { text, sourceText, toSource, toShown, characterEnd } = timeline;
      expect([-1, Number.NaN, -Infinity].map(toSource)).toEqual([0, 0, 0]);
      expect([99, Infinity].map(toSource)).toEqual([sourceText.length, sourceText.length]);
      expect([-1, Number.NaN, 99, Infinity].map(toShown)).toEqual([0, 0, text.length, text.length]);
      expect([-1, Number.NaN, 99].map(characterEnd)).toEqual([0, 0, text.length]);
    }
  });

  test('are the same where nothing is hidden', () => {
    const same = createTimeline(null, { text: 'Hi [sighs]' });
    expect([0, 5, 10].map(same.toSource)).toEqual([0, 5, 10]);
    expect([0, 5, 10].map(same.toShown)).toEqual([0, 5, 10]);
  });
});

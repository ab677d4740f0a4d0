import fc from 'fast-check';
import { createTimeline } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { anyText } from './aligned.js';

const wordsOf = (text: string, locale?: string) =>
  createTimeline(null, { text, ...(locale && { locale }) }).words.map((word) => word.text);

const CASES: [string, string, string[]][] = [
  ['marks stay with their word', 'Hello, world! (Yes.)', ['Hello,', 'world!', '(Yes.)']],
  ['white space of any kind parts', ' a\tb\u00a0c\u3000d\r\n\ne ', ['a', 'b', 'c', 'd', 'e']],
  ['contractions are one word', "don’t can't rock’n’roll", ['don’t', "can't", 'rock’n’roll']],
  [
    'numbers are one word',
    '$3.50 1,000 10:30 50% 1914–1918 -5°',
    ['$3.50', '1,000', '10:30', '50%', '1914–1918', '-5°'],
  ],
  [
    'addresses are one word',
    'See https://a.example/b?c=d#e, or me@a.example.',
    ['See', 'https://a.example/b?c=d#e,', 'or', 'me@a.example.'],
  ],
  ['hyphens part nothing', 'well-known e-mail', ['well-known', 'e-mail']],
  ['an em dash ends a word', 'one—two', ['one—', 'two']],
  ['an em dash between spaces is a word', 'one — two', ['one', '—', 'two']],
  ['two em dashes end one word', 'one——two', ['one——', 'two']],
  ['an ellipsis ends a word', 'wait…what', ['wait…', 'what']],
  ['three full stops are an ellipsis', 'wait...what....no', ['wait...', 'what....', 'no']],
  ['one full stop or two are none', 'a.b c..d', ['a.b', 'c..d']],
  ['a dash at an end parts nothing', '“Well—” he —and so', ['“Well—”', 'he', '—and', 'so']],
  [
    'what opens behind a dash goes with the next',
    'so—“Go!” so—"Go!" so—(go) so—’tis',
    ['so—', '“Go!”', 'so—', '"Go!"', 'so—', '(go)', 'so—', '’tis'],
  ],
  [
    'what closes behind an ellipsis stays',
    '“no…”—he (no…)—he "no..."—he',
    ['“no…”—', 'he', '(no…)—', 'he', '"no..."—', 'he'],
  ],
  ['an exclamation behind a dash stays', 'No—!then', ['No—!', 'then']],
  ['signs without a letter stay whole', '*—* … —', ['*—*', '…', '—']],
  ['brackets that are no tags stay', 'a[0] [1] [open', ['a[0]', '[1]', '[open']],
  ['an emoji of several signs is one word', '👩‍👩‍👧 🇩🇪🇫🇷 👍🏽!', ['👩‍👩‍👧', '🇩🇪🇫🇷', '👍🏽!']],
  ['marks above letters part nothing', 'e\u0301te\u0301 שָׁלוֹם क्षि', ['e\u0301te\u0301', 'שָׁלוֹם', 'क्षि']],
  ['Korean has spaces', '안녕하세요 세계', ['안녕하세요', '세계']],
  ['nothing has no words', '', []],
  ['white space has no words', ' \n ', []],
];

const UNSPACED: [string, string, string, string[]][] = [
  ['Chinese', 'zh', '你好，世界！', ['你好，', '世界！']],
  ['Chinese with quotes', 'zh', '他说：“你好。”', ['他', '说：', '“你好。”']],
  ['Chinese with brackets', 'zh', '世界（你好）世界', ['世界', '（你好）', '世界']],
  ['Chinese with a dash and an ellipsis', 'zh', '世界——你好……世界', ['世界——', '你好……', '世界']],
  ['Chinese beside Latin', 'zh', 'Hello世界 good', ['Hello', '世界', 'good']],
  ['Japanese', 'ja', '「学生です。」', ['「学生', 'です。」']],
  ['Thai', 'th', 'สวัสดีครับ', ['สวัสดี', 'ครับ']],
];

describe('words', () => {
  test.each(CASES)('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each(UNSPACED)('%s is cut where its words are, marks staying with them', (_, locale, text, words) => {
    expect(wordsOf(text, locale)).toEqual(words);
  });

  test.each(['ខ្ញុំស្រលាញ់ភាសាខ្មែរ', 'ຂ້ອຍຮັກພາສາລາວ', 'မြန်မာစာကိုချစ်သည်'])('%s is more than one word', (text) => {
    expect(wordsOf(text).length).toBeGreaterThan(1);
  });

  test('are the same in a long text as in its parts', () => {
    const sample = '今天天气很好，我们去公园。';
    const count = Math.ceil(10_000 / sample.length);
    expect(wordsOf(sample.repeat(count), 'zh')).toEqual(
      Array.from({ length: count }, () => wordsOf(sample, 'zh')).flat(),
    );
  });

  test('are found whatever the locale says, even one that is none', () => {
    expect(wordsOf('你好 there', 'not a locale!')).toHaveLength(2);
    expect(wordsOf('one—two', 'zh')).toEqual(['one—', 'two']);
  });

  test('and the white space between them join to the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
        const { words } = createTimeline(null, { text });
        let end = 0;
        for (const word of words) {
          expect(text.slice(end, word.start)).toMatch(/^\s*$/);
          expect(word.text).toMatch(/^\S+$/);
          expect(word.text).toBe(text.slice(word.start, word.end));
          end = word.end;
        }
        expect(text.slice(end)).toMatch(/^\s*$/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a word longer than what is looked at at once', `你好${'a'.repeat(5000)}`, [0, 2]],
    ['one of letters of two units', `你${'𝒜'.repeat(1500)}`, [0, 1]],
    ['one behind a letter', `你a${'𝒜'.repeat(1500)}`, [0, 1]],
  ])('are whole however long they are: %s', (_, text, starts) => {
    expect(createTimeline(null, { text, locale: 'zh' }).words.map(({ start }) => start)).toEqual(starts);
  });

  test.each([
    ['a joiner', 'سلام \u200cبه', ['سلام', 'به']],
    ['an accent', 'a \u0301b \u0301', ['a', 'b']],
    ['a skin', 'a \u{1f3fd}b', ['a', 'b']],
    ['an accent at the start', ' \u0301b', ['b']],
  ])('do not begin with what a space carries: %s', (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('begin and end where graphemes do, wherever marks and joiners stand', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const piece = fc.constantFrom(
      ...['a', 'é', '你好', 'สวัสดี', 'ب', ' ', ' ', '\n', '\u00a0', '\u0301', '\u200c', '\u200d', '🏽', '👍', '\u0600'],
    );
    const tangled = fc
      .array(piece, { maxLength: 12 })
      .map((pieces) => pieces.join(''))
      // A sign that goes before what follows makes the very space its own: such a space is no white space any more.
      .filter((text) => !/\u0600\s/.test(text));
    fc.assert(
      fc.property(tangled, (text) => {
        const borders = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length);
        const { words, sentences, paragraphs } = createTimeline(null, { text });
        for (const { start, end } of [...words, ...sentences, ...paragraphs]) {
          expect(borders).toContain(start);
          expect(borders).toContain(end);
        }
        for (const word of words) expect(word.text).toMatch(/^\S+$/);
        const gaps = words.map(({ start }, i) => text.slice(words[i - 1]?.end ?? 0, start));
        for (const gap of [...gaps, text.slice(words.at(-1)?.end ?? 0)])
          expect(gap.replace(/(?<=\s)(?:\p{M}|\u200c|\u200d|🏽)+/gu, '')).toMatch(/^\s*$/);
      }),
      { numRuns: 10_000 },
    );
  });

  test('cut no letter from its marks, no emoji and no pair of surrogates', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, (text) => {
        const borders = new Set([...graphemes.segment(text)].map(({ index }) => index));
        for (const { start } of createTimeline(null, { text }).words) expect(borders).toContain(start);
      }),
      { numRuns: 1000 },
    );
  });
});

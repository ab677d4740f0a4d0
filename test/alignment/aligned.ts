import fc from 'fast-check';
import type { WireAlignment } from 'react-readalong';

/** An alignment of these elements that starts at 0 and has no gaps. `lengths` are seconds for each, in turn. */
export function alignmentOf(elements: readonly string[], lengths: readonly number[] = [0.1]): WireAlignment {
  const borders = [0];
  for (let i = 0; i < elements.length; i++) {
    // As the API prints them: at most three decimals.
    borders.push(Math.round(((borders[i] ?? 0) + (lengths[i % lengths.length] ?? 0)) * 1000) / 1000);
  }
  return {
    characters: [...elements],
    character_start_times_seconds: borders.slice(0, -1),
    character_end_times_seconds: borders.slice(1),
  };
}

/** The alignment of a text as the API makes it: each code point an element. */
export const aligned = (text: string, lengths?: readonly number[]): WireAlignment => alignmentOf([...text], lengths);

/**
 * The same with lengths as the API measures them: a letter lasts a tick at least; marks, spaces and line breaks may last
 * for no time at all.
 */
export function measured(elements: readonly string[], lengths: readonly number[]): WireAlignment {
  return alignmentOf(
    elements,
    elements.map((element, i) => {
      const length = lengths[i % lengths.length] ?? 0;
      return /[\p{L}\p{N}]/u.test(element) ? Math.max(0.012, length) : length;
    }),
  );
}

/** Words of each of 12 scripts or kinds of signs. */
export const WORDS = [
  ['Hello', 'don’t', 'naïve', 'e\u0301te\u0301', 'https://a.example/b?c=d'],
  ['Привет', 'мир'],
  ['Καλημέρα', 'κόσμε'],
  ['مَرْحَبًا', 'بالعالم'],
  ['שָׁלוֹם', 'עולם'],
  ['नमस्ते', 'दुनिया', 'क्षि'],
  ['สวัสดีครับ', 'ภาษาไทย'],
  ['你好世界', '今天天气很好'],
  ['こんにちは', 'カタカナ', '学生です'],
  ['안녕하세요', '세계'],
  ['សួស្តី', 'ສະບາຍດີ', 'မင်္ဂလာပါ'],
  ['👩‍👩‍👧', '🇩🇪', '👍🏽', '❤️', '𝒜'],
];
const MARKS = [
  '.',
  ',',
  '!',
  '?',
  '…',
  '...',
  '—',
  '-',
  '“',
  '”',
  "'",
  '"',
  '(',
  ')',
  '。',
  '，',
  '「',
  '」',
  '1,000.5',
  '[1]',
];
const SPACES = [' ', ' ', ' ', '  ', '\n', '\n\n', '\r\n', '\t', '\u00a0', '\u3000'];
export const TAGS = [
  '[laughs]',
  '[whispers softly]',
  '<break time="1.0s" />',
  '<phoneme alphabet="ipa" ph="x">word</phoneme>',
  '<p>',
  '</p>',
  '[open',
];

const textOf = (...more: readonly (readonly string[])[]): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...WORDS).map((words) => [...words, ...MARKS, ...SPACES, ...SPACES, ...more.flat()]),
      fc.constant([...WORDS.flat(), ...MARKS, ...SPACES, ...more.flat()]),
    )
    .chain((pieces) => fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 20 }))
    .map((pieces) => pieces.join(''));

/** Texts in one of 12 scripts or in several, with marks and white space of all kinds. */
export const anyText = textOf();

/** The same with audio tags and SSML in any place. */
export const anyTaggedText = textOf(TAGS, TAGS);

/** Seconds that elements last; nothing at all is normal for what is no letter. */
export const anyLengths: fc.Arbitrary<number[]> = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 1500 }).map((milliseconds) => milliseconds / 1000),
  ),
  { minLength: 1, maxLength: 20 },
);

import fc from 'fast-check';
import { TAGS, WORDS } from '../alignment/aligned.js';

/** What a cut never goes through. */
export const NUMBERS = ['1,000.50', '3 000', '12:30', '2026-11-22', '٣٫٥'];
export const WHOLE = [...TAGS.slice(0, 3), '<phoneme alphabet="ipa" ph="a">b</phoneme>', 'https://a.example/b?c=d,e'];
const ENDS = [
  '. ',
  '! ',
  '?” ',
  '... ',
  ', ',
  '; ',
  ' — ',
  '—',
  '。',
  '，',
  '、',
  '।\u0020',
  '؟ ',
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
];
const GAPS = ['\n', '\n\n', '\r\n\r\n', '  \n \n\t', '\n\nChapter 1\n\n', ' '.repeat(250)];

const pieceOf = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 30,
      arbitrary: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...ENDS)).map((pair) => pair.join('')),
    },
    { weight: 3, arbitrary: fc.constantFrom(...NUMBERS, ...WHOLE).map((piece) => ` ${piece} `) },
    { weight: 1, arbitrary: fc.constantFrom(...GAPS) },
  );

/** Texts of up to some thousand characters in each of 12 scripts, and in all of them at once. */
export const anyLongText: fc.Arbitrary<string> = fc
  .constantFrom(...WORDS, WORDS.flat())
  .chain((words) => fc.array(pieceOf(words), { maxLength: 400, size: 'max' }))
  .map((pieces) => pieces.join(''));

/** A text in pieces, cut anywhere, even within a character. */
export const inPieces = (text: string, places: readonly number[]): string[] => {
  const borders = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return borders.slice(1).map((end, i) => text.slice(borders[i], end));
};

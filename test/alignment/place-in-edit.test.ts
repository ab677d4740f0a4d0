import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeInEdit } from '../../src/alignment/place-in-edit.js';
import { anyLongText } from '../document/long-texts.js';

const TEXT =
  'It was late. The rain had not stopped for three days, and the road was a river. Nobody came. The lamp burned.';
const at = (word: string, text = TEXT): number => text.indexOf(word);

describe('a place in a text that was edited', () => {
  test('is the same character where that is still there', () => {
    const edits: ((text: string) => string)[] = [
      (text) => text,
      (text) => `A new beginning. ${text}`,
      (text) => `${text} And an end.`,
      (text) => text.replace('It was late. ', ''),
      (text) => text.replace('late', 'early').replace('lamp', 'candle'),
      (text) => `The lamp burned. ${text.replace('Nobody came. ', '')}`,
    ];
    for (const edit of edits)
      for (const word of ['rain', 'three', 'road', 'river'])
        expect(placeInEdit(TEXT, edit(TEXT), at(word) + 1)).toBe(at(word, edit(TEXT)) + 1);
  });

  test('is beside what was taken away', () => {
    const without = TEXT.replace(' for three days', '');
    const place = placeInEdit(TEXT, without, at('three'));
    expect(Math.abs(place - at(', and', without))).toBeLessThanOrEqual(1);
    const both = without.replace('It was late', 'Once').replace('lamp', 'light');
    expect(Math.abs(placeInEdit(TEXT, both, at('three')) - at(', and', both))).toBeLessThanOrEqual(1);
  });

  test('is the nearest that is left after edits on both sides, in scripts without spaces too', () => {
    const sentences = Array.from(
      { length: 8 },
      (_, i) => `第${i}句话说了一个很长很长的故事里面没有一个空格也没有一个字母啊`,
    );
    const before = sentences.join('。');
    const place = before.indexOf('很长', before.indexOf('第4'));
    const edited = `新的开头。${before.slice(0, place - 3)}${before.slice(place + 3, -4)}新的结尾`;
    expect(placeInEdit(before, edited, place)).toBe('新的开头。'.length + place - 3);
    expect(placeInEdit(before, edited, place + 9)).toBe('新的开头。'.length + place + 3);
  });

  test('stays at the end of a text that goes on', () => {
    expect(placeInEdit('One two.', 'One two. Three.', 8)).toBe(8);
  });

  test('is the start of a text that is quite another, and the end of one that was cut off before it', () => {
    expect(placeInEdit(TEXT, 'Quite another', 40)).toBe(0);
    expect(placeInEdit(TEXT, TEXT.slice(0, 20), 60)).toBe(20);
    expect(placeInEdit(TEXT, '', 60)).toBe(0);
  });

  test('is within the text and no grapheme, and exact behind any one edit', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyLongText, fc.string(), fc.nat(), fc.nat({ max: 60 }), fc.nat(), (text, more, edit, cut, place) => {
        const from = edit % (text.length + 1);
        const after = text.slice(0, from) + more + text.slice(from + cut);
        const offset = place % (text.length + 1);
        const found = placeInEdit(text, after, offset);
        const borders = new Set([...Array.from(segmenter.segment(after), ({ index }) => index), after.length]);
        expect(borders.has(found)).toBe(true);
        if (offset < from && borders.has(offset)) expect(found).toBe(offset);
      }),
      { numRuns: 500 },
    );
  });

  test('is found in a book of 600 000 characters that was edited at both ends', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, line) => `Line ${line} says that ${line * 7} of them were seen that day.`,
    );
    const book = lines.join(' ');
    const edited = ['Another first line.', ...lines.slice(1, -1), 'Another last line.'].join(' ');
    const word = 'Line 7777 says';
    expect(placeInEdit(book, edited, book.indexOf(word))).toBe(edited.indexOf(word));
    expect(book.length).toBeGreaterThan(400_000);
  });
});

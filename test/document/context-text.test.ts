import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textAfter, textBefore } from '../../src/document/context-text.js';
import { anyLongText } from './long-texts.js';

const TEXT = 'One is here. Two is there. Three is where? Four is far away.';

describe('the text around a border', () => {
  test('is made of the whole sentences nearest to it', () => {
    const border = TEXT.indexOf('Three');
    expect(textBefore(TEXT, border, 20)).toBe('Two is there.');
    expect(textBefore(TEXT, border, 26)).toBe('One is here. Two is there.');
    expect(textAfter(TEXT, border, 20)).toBe('Three is where?');
    expect(textAfter(TEXT, border, 15)).toBe('Three is where?');
    expect(textAfter(TEXT, border)).toBe('Three is where? Four is far away.');
  });

  test('is nothing outside the text', () => {
    expect([textBefore(TEXT, 0), textAfter(TEXT, TEXT.length)]).toEqual(['', '']);
  });

  test('is made of words where a sentence is longer, and of graphemes where a word is', () => {
    const words = 'and so it went on '.repeat(50);
    expect(textBefore(words, 720, 40)).toBe('on and so it went on and so it went on');
    expect(textAfter(words, 720, 40)).toBe('and so it went on and so it went on and');
    const family = '👩‍👩‍👧';
    expect(textBefore(family.repeat(90), family.length * 50, 20)).toBe(family.repeat(2));
    expect(textAfter(family.repeat(90), family.length * 50, 20)).toBe(family.repeat(2));
  });

  test('has no audio tags, and no halves of other tags', () => {
    const tagged = 'He left. [laughs] She <break time="1.0s" /> stayed. [sighs] Why?';
    const border = tagged.indexOf('[sighs]');
    expect(textBefore(tagged, border)).toBe('He left. She <break time="1.0s" /> stayed.');
    expect(textAfter(tagged, border)).toBe('Why?');
    expect(textBefore(tagged, tagged.indexOf('time='))).toBe('He left. She');
    expect(textAfter(tagged, tagged.indexOf('time='), 10)).toBe('stayed.');
  });

  test('is a stretch of the text with whole graphemes, as long as is allowed', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyLongText, fc.nat(), fc.integer({ min: 1, max: 400 }), (text, place, most) => {
        const plain = text.replaceAll('[', '(');
        const offset = place % (plain.length + 1);
        const borders = new Set([...Array.from(segmenter.segment(plain), ({ index }) => index), plain.length]);
        const before = textBefore(plain, offset, most);
        const after = textAfter(plain, offset, most);
        for (const part of [before, after]) {
          expect(part.length).toBeLessThanOrEqual(most);
          let at = plain.indexOf(part);
          while (at >= 0 && !(borders.has(at) && borders.has(at + part.length))) at = plain.indexOf(part, at + 1);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../src/transcript/letters.js';
import { matchLetters } from '../../src/transcript/match-letters.js';

const spaced = fc.string({
  unit: fc.constantFrom('a', 'b', '1', ' ', '\n', '\t', '\u00a0', '\u3000', 'é', '漢', '👩'),
});
const sentence = fc
  .array(fc.constantFrom('It', 'was', 'small', 'wonder', 'spring', 'moved', 'above', 'and', 'below'), {
    minLength: 6,
    maxLength: 30,
  })
  .map((words) => words.join(''));

describe('letters', () => {
  it('are all units but white space, each with its offset', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        const letters = lettersOf(text);
        expect(letters.text).toBe(text.replace(/\s/g, ''));
        for (let letter = 0; letter < letters.text.length; letter++) {
          expect(text[letters.at(letter)]).toBe(letters.text[letter]);
          expect(letters.before(letters.at(letter))).toBe(letter);
        }
        expect(letters.before(text.length)).toBe(letters.text.length);
        expect(letters.at(letters.text.length)).toBe(text.length);
      }),
    );
  });
});

describe('two texts', () => {
  it('are laid over each other by the same letters in the same order, both ways alike', () => {
    fc.assert(
      fc.property(fc.array(sentence), fc.array(sentence), (ours, theirs) => {
        const [one, other] = [ours.join(''), theirs.join('')];
        const { forth, back } = matchLetters(one, other);
        let before = -1;
        for (let letter = 0; letter < one.length; letter++) {
          const found = forth(letter);
          if (found < 0) continue;
          expect(other[found]).toBe(one[letter]);
          expect(found).toBeGreaterThan(before);
          expect(back(found)).toBe(letter);
          before = found;
        }
      }),
    );
  });

  it('find their way again behind what only one of them has', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.stringMatching(/^[X-Z]{1,200}$/), (before, behind, more) => {
        const whole = matchLetters(before + behind, before + more + behind);
        expect(whole.forth(0)).toBe(0);
        expect(whole.forth(before.length + behind.length - 1)).toBe(before.length + more.length + behind.length - 1);
        const middle = matchLetters(`${before}A${behind}B`, `${before}${more}${behind}C`);
        expect(middle.forth(before.length - 1)).toBe(before.length - 1);
        if (behind.length >= 48) {
          const last = before.length + behind.length;
          expect(middle.forth(last)).toBe(before.length + more.length + behind.length - 1);
        }
      }),
    );
  });

  it('take no time to speak of when they have nothing in common', () => {
    const [one, other] = ['abcdefghij'.repeat(20_000), 'klmnopqrst'.repeat(20_000)];
    const from = performance.now();
    expect(matchLetters(one, other).forth(5)).toBe(-1);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});

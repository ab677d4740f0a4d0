import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/offline/split-sentences.js';

describe('sentences', () => {
  test('join to the text, whatever it is, and none is only white space but that of a blank text', () => {
    const texts = fc
      .array(
        fc.oneof(
          fc.constantFrom('. ', '! ', '? ', '\n', '\n\n', ' ', '” ', 'a', 'Mr. ', '。', '…', ', ', '👋'),
          fc.string(),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const sentences = splitSentences(text);
        expect(sentences.join('')).toBe(text);
        if (text.trim() !== '') expect(sentences.every((sentence) => sentence.trim() !== '')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [['One. ', 'Two! ', 'Three?']],
    [['“Go!” ', 'He went… ', 'Then: “Stop.”']],
    [['“Who?” said Tom.']],
    [['Mr. Hale met Dr. J. R. Smith on Jan. 5th at No. 10.']],
    [['“No. ', 'I will not.”']],
    [['  A title\n\n', 'The text.\n']],
    [['今日は。', '明日も。']],
    [['Version 1.5 costs $3.50, e.g. here.']],
  ])('end where they should: %j', (sentences) => {
    expect(splitSentences(sentences.join(''))).toEqual(sentences);
  });

  test('that are long are cut at a pause, then between words, and never inside a character', () => {
    const paused = splitSentences(`${'word '.repeat(30)}and, ${'more '.repeat(40)}`);
    expect(paused[0]).toMatch(/and, $/);
    for (const part of splitSentences('word '.repeat(500))) expect(part).toMatch(/^(word )+$/);
    for (const part of splitSentences('👋'.repeat(500))) expect(part).toMatch(/^👋+$/u);
    expect(Math.max(...splitSentences('a'.repeat(5000)).map((part) => part.length))).toBeLessThanOrEqual(240);
  });
});

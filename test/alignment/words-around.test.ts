import { createTimeline } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { wordsAround } from '../../src/alignment/words-around.js';

const text = 'One two three four five six.\n\nSeven eight.';
const around = (offset: number, count?: number) => wordsAround(createTimeline(null, { text }).spans, offset, count);

describe('the words at a place', () => {
  it('stand between their neighbours as in the text', () => {
    expect(around(text.indexOf('hree'), 1)).toEqual({ before: 'two ', word: 'three', after: ' four' });
    const { before, word, after } = around(text.indexOf('four'));
    expect(text).toContain(before + word + after);
  });

  it('do not reach into another paragraph', () => {
    expect(around(text.indexOf('Seven'))).toEqual({ before: '', word: 'Seven', after: ' eight.' });
    expect(around(text.indexOf('six')).after.trim()).toBe('');
  });

  it('are none in an empty text', () => {
    expect(wordsAround(createTimeline(null, { text: '' }).spans, 0)).toEqual({ before: '', word: '', after: '' });
  });
});

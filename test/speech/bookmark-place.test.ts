import { describe, expect, test } from 'vitest';
import { bookmarkPlace, findBookmarkPlace } from '../../src/speech/bookmark-place.js';

const SENTENCES = [
  'It was late, and nobody was on the road. ',
  'The rain had not stopped for three days. ',
  'An old lamp burned behind one of the windows. ',
  'Somebody knocked at the door, twice. ',
  'The dog looked up, but did not bark. ',
];
const text = SENTENCES.join('');
const edited = (change: (text: string) => string) => {
  const place = text.indexOf('burned');
  const after = change(text);
  return { after, found: findBookmarkPlace(after, bookmarkPlace(text, place)) };
};

describe('a place that was kept', () => {
  test.each<[string, (text: string) => string]>([
    ['in the same text', (text) => text],
    ['behind a new beginning', (text) => `Chapter one. ${text}`],
    ['between two edits', (text) => text.replace('three', 'thirty').replace('windows', 'doors')],
    ['in a text of which the rest is gone', () => SENTENCES[2] ?? ''],
  ])('is found %s', (_, change) => {
    const { after, found } = edited(change);
    expect(found).toBe(after.indexOf('burned'));
  });

  test('is what is left next to it where its own words are gone', () => {
    const { after, found } = edited((text) => `Once more. ${text.replace(SENTENCES[2] ?? '', '')}`);
    expect(found).toBe(after.indexOf('Somebody'));
  });

  test('is the same offset in a text that is quite another, and never within a character', () => {
    const place = bookmarkPlace(text, 50);
    expect(findBookmarkPlace('x'.repeat(200), place)).toBe(50);
    expect(findBookmarkPlace('Short.', place)).toBe(6);
    expect(findBookmarkPlace(`${'x'.repeat(49)}👍🏽${'x'.repeat(49)}`, place)).toBe(49);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetOfLink, readLink } from '../../src/document/read-link.js';

describe('a link to a place of reading', () => {
  test.each([
    ['https://a.example/book', 'https://a.example/book#read=12'],
    ['https://a.example/book?read=5#read=7', 'https://a.example/book?read=5#read=12'],
    ['https://a.example/book#chapter-2', 'https://a.example/book#chapter-2&read=12'],
    ['https://a.example/book#read=7&chapter-2', 'https://a.example/book#chapter-2&read=12'],
    ['https://a.example/book#:~:text=once%20upon', 'https://a.example/book#read=12:~:text=once%20upon'],
    ['https://a.example/book#two&read=1:~:text=a&text=b', 'https://a.example/book#two&read=12:~:text=a&text=b'],
    ['', '#read=12'],
  ])('keeps all else of %s', (link, expected) => {
    expect(readLink(12, link)).toBe(expected);
  });

  test('needs no page', () => {
    expect(readLink(3)).toBe('#read=3');
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat(), fc.webUrl({ withFragments: true, withQueryParameters: true }), (offset, link) => {
        const written = readLink(offset, link);
        expect(offsetOfLink(written)).toBe(offset);
        expect(offsetOfLink(new URL(written))).toBe(offset);
        expect(readLink(offset, written)).toBe(written);
      }),
      { numRuns: 30 },
    );
  });

  test('names a whole number, whatever it is made of', () => {
    expect([-3, 2.9, Number.NaN].map((offset) => readLink(offset, ''))).toEqual(['#read=0', '#read=2', '#read=0']);
  });

  test.each([
    '',
    '#',
    'read=5',
    '?read=5',
    '#read',
    '#read=',
    '#read=-1',
    '#read=1.5',
    '#read=1e3',
    '#read=05',
    '#read= 5',
  ])('is no such link: %s', (link) => {
    expect(offsetOfLink(link)).toBeNull();
  });

  test.each(['#read=5&read=6', '#xread=5', '#:~:text=read=5', `#read=${'9'.repeat(20)}`, '#READ=5'])(
    'nor is %s',
    (link) => {
      expect(offsetOfLink(link)).toBeNull();
    },
  );
});

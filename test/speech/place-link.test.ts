import fc from 'fast-check';
import { placeLink, placeOfLink } from 'react-readalong';
import { describe, expect, it } from 'vitest';

const TEXT =
  'The harbour was quiet on the night before the storm. Nobody knew why the old lamp had been lit, or who had carried it up.';

describe('a link to a place in a text', () => {
  it('leads to the same words after an edit before them', () => {
    const link = placeLink(TEXT, TEXT.indexOf('old lamp'), 'https://example.org/a?b=1');
    expect(link).toMatch(/^https:\/\/example\.org\/a\?b=1#place=73,/);
    expect(placeOfLink(link, TEXT)).toBe(73);
    const edited = `A preface, written later. ${TEXT.replace('quiet', 'very still')}`;
    expect(edited.slice(placeOfLink(link, edited) ?? 0)).toMatch(/^old lamp/);
  });

  it('keeps what else the link holds, and a place of its own only once', () => {
    const link = placeLink(TEXT, 4, 'https://example.org/#chapter=2&place=9,a,b&x:~:text=once');
    expect(link).toMatch(/^https:\/\/example\.org\/#chapter=2&x&place=4,The%20,harbour/);
    expect(link).toMatch(/:~:text=once$/);
    expect(placeOfLink(link, TEXT)).toBe(4);
  });

  it('is of the text that it names, and leaves the places of others alone', () => {
    const first = placeLink(TEXT, 4, 'https://example.org/', 'one');
    const both = placeLink(TEXT, 73, first, 'two & three=,');
    expect(both).toMatch(/^https:\/\/example\.org\/#place-one=4,[^&]*&place-two%20%26%20three%3D%2C=73,/);
    expect([placeOfLink(both, TEXT, 'one'), placeOfLink(both, TEXT, 'two & three=,')]).toEqual([4, 73]);
    expect([placeOfLink(both, TEXT), placeOfLink(both, TEXT, 'two')]).toEqual([null, null]);
  });

  it.each([
    'https://example.org/',
    '#place=',
    '#place=-1',
    '#place=1,a',
    '#place=x,a,b',
    '#place=1&place=2',
    '#read=3',
    '#place-two=3,,',
  ])('is none in %j', (link) => {
    expect(placeOfLink(link, TEXT)).toBe(null);
  });

  it('leads back to any place of any text, at the start of the grapheme that it is in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.nat(120), (text, at) => {
        const offset = Math.min(at, text.length);
        const found = placeOfLink(placeLink(text, offset, '#'), text) ?? -1;
        const starts = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
        const expected = offset >= text.length ? text.length : (starts.findLast((start) => start <= offset) ?? 0);
        expect(found).toBe(expected);
      }),
    );
  });

  it('is read without harm whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const found = placeOfLink(`#place=3,${rest}`, TEXT);
        expect(found === null || (found >= 0 && found <= TEXT.length)).toBe(true);
      }),
    );
  });
});

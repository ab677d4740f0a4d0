import fc from 'fast-check';
import { createTextSearch, matchFrom, type SearchOptions, searchText } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { bookText } from '../../bench/book-text.mjs';

const found = (text: string, query: string, options?: SearchOptions): string[] =>
  searchText(text, query, options).map(({ start, end }) => text.slice(start, end));

describe('what is searched for in a text is found', () => {
  it.each<[string, string, string[], SearchOptions?]>([
    ['Café CAFE cafe\u0301', 'cafe', ['Café', 'CAFE', 'cafe\u0301']],
    ['Straße STRASSE strasse', 'straße', ['Straße', 'STRASSE', 'strasse']],
    ['ΟΔΟΣ οδος οδός', 'οδος', ['ΟΔΟΣ', 'οδος', 'οδός']],
    ['Øre łódź Þór', 'lodz', ['łódź']],
    ['ＦＵＬＬ width', 'full', ['ＦＵＬＬ']],
    ['“It’s” – he said', '"it\'s" - he', ['“It’s” – he']],
    ['the old\n\n  lamp', 'old lamp', ['old\n\n  lamp']],
    ['co\u00adoperate', 'cooperate', ['co\u00adoperate']],
    ['كِتَابٌ كتاب', 'كتاب', ['كِتَابٌ', 'كتاب']],
    ['שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
    ['İstanbul ISPARTA', 'i', ['İ'], { locale: 'tr' }],
    ['İstanbul ISPARTA ılık', 'ı', ['I', 'ı', 'ı'], { locale: 'tr' }],
    ['İstanbul ISPARTA', 'i', ['İ', 'I']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['東京タワーと東京駅', '東京', ['東京', '東京']],
    ['😀 and 😀', '😀', ['😀', '😀']],
  ])('in %j: %j', (text, query, expected, options) => {
    expect(found(text, query, options)).toEqual(expected);
  });

  it.each<[string, string, string, string[], SearchOptions]>([
    ['capitals', 'The the', 'the', ['the'], { matchCase: true }],
    ['accents', 'resume résumé re\u0301sume\u0301', 'résumé', ['résumé', 're\u0301sume\u0301'], { diacritics: 'keep' }],
    ['whole words', 'art start art’s ART', 'art', ['art', 'art', 'ART'], { wholeWords: true }],
    ['whole words', '東京都に住む', '京都', [], { wholeWords: true, locale: 'ja' }],
  ])('by %s, where those count', (_, text, query, expected, options) => {
    expect(found(text, query, options)).toEqual(expected);
  });

  it.each([
    ['a family, of which one member is asked for', '👨‍👩‍👧', '👩'],
    ['a letter under a mark that makes another of it', 'कि', 'क'],
    ['a kana without its voicing mark', 'か\u3099', 'か'],
    ['half of a letter that folds to two', 'ß', 's'],
    ['nothing at all', 'text', ' \n'],
    ['a mark alone', 'text', '\u0301'],
  ])('but not within a character: %s', (_, text, query) => {
    expect(found(text, query)).toEqual([]);
  });

  it('is stepped through from any place, around both ends', () => {
    const matches = searchText('one two one two one', 'one');
    expect([0, 1, 8, 9, 17].map((offset) => matchFrom(matches, offset))).toEqual([0, 1, 1, 2, 0]);
    expect([0, 1, 8, 9, 19].map((offset) => matchFrom(matches, offset, true))).toEqual([2, 0, 0, 1, 2]);
    expect(matchFrom([], 3)).toBe(-1);
  });

  it('is found again in a text that has grown', () => {
    const { search } = createTextSearch();
    expect(search('one two', 'two')).toHaveLength(1);
    expect(search('one two two', 'two')).toHaveLength(2);
  });
});

describe('every place that is found', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aAbéeß \n\u0301ıİIi“"كِ😀か\u3099'), maxLength: 30 });

  it('says the same as the query, is in order, overlaps no other, and cuts no grapheme', () => {
    const segmenter = new Intl.Segmenter();
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom(...'abeéssi "ك'), minLength: 1, maxLength: 3 }),
        (whole, query) => {
          const borders = new Set([...segmenter.segment(whole)].map(({ index }) => index).concat(whole.length));
          let last = 0;
          for (const { start, end } of searchText(whole, query)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect([borders.has(start), borders.has(end)]).toEqual([true, true]);
            expect(searchText(whole.slice(start, end), query)).toEqual([{ start: 0, end: end - start }]);
            last = end;
          }
        },
      ),
    );
  });

  it('is the place of any piece of the text that begins and ends with a grapheme', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
        const graphemes = [...new Intl.Segmenter().segment(whole)].map(({ segment }) => segment);
        const from = graphemes.length ? a % graphemes.length : 0;
        const piece = graphemes.slice(from, from + 1 + (b % 4)).join('');
        fc.pre(/[\p{L}\p{N}😀]/u.test(piece) && piece.trim() === piece && !/^\p{M}/u.test(piece));
        expect(searchText(whole, piece, { diacritics: 'keep', matchCase: true }).length).toBeGreaterThan(0);
      }),
    );
  });
});

it('finds anything in 100 000 words within 30 ms, once they were searched', () => {
  const book = bookText({ words: 100_000 });
  const { search } = createTextSearch();
  const first = performance.now();
  search(book, 'lamp');
  const firstTook = performance.now() - first;
  const took = ['the', 'h', 'nobody knew', 'zzz'].map((query) => {
    const rounds = Array.from({ length: 12 }, () => {
      const start = performance.now();
      search(book, query);
      return performance.now() - start;
    });
    return Math.min(...rounds);
  });
  console.info(
    `100 000 words: first ${firstTook.toFixed(1)} ms, then ${took.map((ms) => ms.toFixed(1)).join(', ')} ms`,
  );
  expect(Math.max(...took)).toBeLessThanOrEqual(30);
});

import { describe, expect, test, vi } from 'vitest';
import { createSpanList } from '../../src/alignment/span-list.js';
import { type CutOptions, createCut } from '../../src/document/cut-text.js';
import { MODELS } from '../../src/wire/models.js';

const LIMIT = { limit: 5000 };
const SENTENCE = 'The rain had not stopped for three days, and the road was a river. ';
const BOOK = `${SENTENCE.repeat(3)}\n\n${SENTENCE.repeat(12)}\n\n“Stop!” she said.\n\n`.repeat(600);

const partsOf = (text: string, options: Partial<CutOptions> = {}): string[] => {
  const cut = createCut(text, { ...LIMIT, ...options });
  return Array.from({ length: cut.count }, (_, part) => text.slice(cut.start(part), cut.end(part)));
};

/** How many UTF-16 units go through a segmenter meanwhile. */
function segmentedBy(work: () => void): number {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  work();
  const units = segment.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
  segment.mockRestore();
  return units;
}

describe('a text is cut', () => {
  test('not at all where it is short, and nothing is no part', () => {
    expect(partsOf('')).toEqual([]);
    expect(partsOf(' \n ')).toEqual([' \n ']);
    expect(partsOf('Hello there. How are you?')).toEqual(['Hello there. How are you?']);
  });

  test('behind a short first part, and each is twice as long until the usual length', () => {
    const lengths = partsOf(SENTENCE.repeat(40)).map((part) => part.length);
    const [first, second, ...rest] = lengths.map((length) => Math.round(length / SENTENCE.length));
    expect([first, second]).toEqual([2, 4]);
    expect(rest.slice(0, -1).every((sentences) => sentences >= 6 && sentences <= 7)).toBe(true);
  });

  test('behind the first sentence where that is as long, and at a clause where it is far too long', () => {
    const long = `${'It went on and on and on '.repeat(8).trim()}.`;
    expect(partsOf(`${long} ${SENTENCE.repeat(9)}`)[0]).toBe(`${long} `);
    const clauses = `${'It went on and on and on, '.repeat(30)}and ended. `;
    expect(partsOf(clauses + SENTENCE.repeat(9))[0]).toMatch(/^(It went on and on and on, ){4,5}$/);
  });

  test.each([
    ['paragraphs', `${SENTENCE.repeat(5)}\n\n`.repeat(20), /\n\n$/],
    ['sentences', SENTENCE.repeat(60), /river\. $/],
    ['clauses', 'and so it went on, '.repeat(200), /, $/],
    ['lines', 'and so it went on\n'.repeat(200), /\n$/],
    ['words', 'and so it went on '.repeat(200), /(and|so|it|went|on) $/],
    ['sentences in Chinese', '今天天气很好，我们去公园。'.repeat(150), /。$/],
    ['clauses in Japanese', '今日はいい天気で、'.repeat(200), /、$/],
    ['sentences in Hindi', 'आज मौसम बहुत अच्छा है। '.repeat(90), /। $/],
    ['clauses in Arabic', 'كان الجو جميلا، '.repeat(150), /، $/],
  ])('best at %s', (_, text, end) => {
    const parts = partsOf(text);
    expect(parts.length).toBeGreaterThan(4);
    // The first is short for the sake of a fast start.
    for (const part of parts.slice(1)) expect(part).toMatch(end);
  });

  test('never behind a heading, which goes with what follows', () => {
    const parts = partsOf(`${SENTENCE.repeat(5)}\n\nChapter 2\n\n* * *\n\n`.repeat(30));
    expect(parts.slice(0, -1).filter((part) => /(Chapter 2|\*)\s*$/.test(part))).toEqual([]);
    expect(parts.filter((part) => part.startsWith('Chapter 2')).length).toBeGreaterThan(20);
  });

  test('with small paragraphs joined', () => {
    const lengths = partsOf('“No.”\n\n“Yes.”\n\n'.repeat(300)).map((part) => part.length);
    expect(lengths.slice(2, -1).every((length) => length > 400 && length <= 450)).toBe(true);
  });

  test('within a word only where the word is longer than the limit', () => {
    const link = `https://a.example/${'abcdefgh'.repeat(300)}`;
    expect(partsOf(`${SENTENCE.repeat(9)}${link} ${SENTENCE.repeat(9)}`).join('|')).toContain(link);
    const parts = partsOf('👩‍👩‍👧'.repeat(5000));
    expect(parts.every((part) => part.length % '👩‍👩‍👧'.length === 0 && [...part].length <= 5000)).toBe(true);
  });

  test('never within what is protected', () => {
    const text = SENTENCE.repeat(60);
    const spans = createSpanList();
    spans.add(500, 3000);
    const cut = createCut(text, { ...LIMIT, protected: spans });
    const borders = Array.from({ length: cut.count }, (_, part) => cut.start(part));
    expect(borders.filter((border) => border > 500 && border < 3000)).toEqual([]);
    expect(borders.length).toBeGreaterThan(4);
  });

  test.each([...MODELS])('by the limit of %s in code points', (_, { maxCharacters }) => {
    const text = `${'𝒜𝒷 '.repeat(30)}. `.repeat(1500);
    const lengths = partsOf(text, { limit: maxCharacters, usual: maxCharacters }).map((part) => [...part].length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(maxCharacters);
    expect(lengths[8]).toBeGreaterThan(maxCharacters / 4);
  });
});

describe('a book of 600 000 characters', () => {
  test('is not segmented for its first part but around its end', () => {
    expect(BOOK.length).toBeGreaterThan(600_000);
    expect(segmentedBy(() => createCut(BOOK, LIMIT).end(0))).toBeLessThan(2000);
  });

  test('is not segmented for a place far in it but around that part', () => {
    const cut = createCut(BOOK, LIMIT);
    const units = segmentedBy(() => {
      const part = cut.partAt(500_000);
      expect([cut.start(part) <= 500_000, cut.end(part) > 500_000]).toEqual([true, true]);
    });
    expect(units).toBeLessThan(12_000);
    expect(segmentedBy(() => cut.count)).toBe(0);
  });

  test('is cut even if it is one paragraph, or one word', () => {
    for (const text of ['word and word and '.repeat(34_000), 'abcdefgh'.repeat(75_000), '🇩🇪'.repeat(150_000)]) {
      const cut = createCut(text, LIMIT);
      expect(segmentedBy(() => cut.start(cut.partAt(text.length / 2)))).toBeLessThan(150_000);
      expect(cut.count).toBeGreaterThan(text.length / 2 / 5000);
    }
  });
});

describe('a split', () => {
  const text = SENTENCE.repeat(60);

  test('makes a part begin with the sentence of a place, once', () => {
    const cut = createCut(text, LIMIT);
    const offset = 30 * SENTENCE.length + 20;
    const { count } = cut;
    expect(cut.split(offset)).toBe(true);
    expect(cut.start(cut.partAt(offset))).toBe(30 * SENTENCE.length);
    expect([cut.split(offset), cut.count, cut.splits]).toEqual([false, count + 1, [30 * SENTENCE.length]]);
  });

  test('is none where a part begins, and none outside the text', () => {
    const cut = createCut(text, LIMIT);
    expect([0, cut.start(3) + 1, -5, text.length, Number.NaN].map((offset) => cut.split(offset))).toEqual(
      Array(5).fill(false),
    );
  });

  test('that does not fit the text any more is left out', () => {
    const splits = [1, 30 * SENTENCE.length, 30 * SENTENCE.length, 30.5, -1, 1e9, Number.NaN];
    expect(createCut(text, { ...LIMIT, splits }).splits).toEqual([30 * SENTENCE.length]);
  });
});

describe('a text that grows', () => {
  const grown = (...pieces: string[]) => {
    const cut = createCut('', { ...LIMIT, final: false });
    for (const piece of pieces) cut.append(piece);
    return cut;
  };

  test('is one part until there is more, which nobody has to wait for', () => {
    const cut = grown('Hello there. ');
    expect([cut.count, cut.settled, cut.start(0), cut.end(0)]).toEqual([1, 0, 0, 13]);
    cut.append('How are you?');
    expect([cut.count, cut.end(0)]).toEqual([1, 25]);
  });

  test('is cut as it would be at once, though it begins with what cannot be cut', () => {
    const text = `<phoneme alphabet="ipa" ph="a">b</phoneme> ${'สวัสดีครับ. '.repeat(60)}`;
    const options = { limit: 200, usual: 100, first: 20 };
    const [atOnce, cut] = [createCut(text, options), createCut('', { ...options, final: false })];
    for (const character of text) cut.append(character);
    cut.append('', true);
    const starts = Array.from({ length: cut.count }, (_, part) => cut.start(part));
    expect(starts).toEqual(Array.from({ length: atOnce.count }, (_, part) => atOnce.start(part)));
    expect(starts.length).toBeGreaterThan(6);
  });

  test('is cut behind what is being bought', () => {
    const cut = grown('Hello there.');
    cut.hold(0);
    expect(cut.settled).toBe(1);
    cut.append(' How are you?');
    expect([cut.count, cut.end(0), cut.end(1)]).toEqual([2, 13, 25]);
    cut.append(' Fine.', true);
    expect([cut.count, cut.end(0), cut.end(1), cut.settled]).toEqual([2, 13, 31, 2]);
  });

  test('ends with white space that is in the last part', () => {
    const cut = grown('Hello there.');
    cut.hold(0);
    cut.append(' \n', true);
    expect([cut.count, cut.end(0)]).toEqual([1, 14]);
  });

  test('takes nothing behind its end', () => {
    const cut = createCut('Hello.', LIMIT);
    cut.append(' More.');
    cut.hold(0);
    expect([cut.count, cut.end(0)]).toEqual([1, 6]);
  });

  test('is planned on from where it was, not again', () => {
    const cut = grown();
    const units = segmentedBy(() => {
      for (let from = 0; from < 60_000; from += 60) {
        cut.append(BOOK.slice(from, from + 60));
        for (let part = 0; part < cut.settled; part++) cut.start(part);
      }
    });
    expect(units).toBeLessThan(60_000 * 8);
    expect(cut.settled).toBeGreaterThan(60_000 / 1000);
  });
});

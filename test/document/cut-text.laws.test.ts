import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCodePoints, skipCodePoints } from '../../src/document/code-points.js';
import { type CutOptions, createCut, type TextCut } from '../../src/document/cut-text.js';
import { anyLongText, inPieces, NUMBERS, WHOLE } from './long-texts.js';

const RUNS = 300;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const anyOptions: fc.Arbitrary<CutOptions> = fc.constantFrom(
  { limit: 10_000 },
  { limit: 1000, usual: 150, first: 40 },
  { limit: 200, usual: 100, first: 20 },
  { limit: 5000, usual: 100, first: 100 },
);

const startsOf = (cut: TextCut): number[] => Array.from({ length: cut.count }, (_, part) => cut.start(part));

/** Checks without a matcher for each: there are some millions of them. */
function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

/** Laws of a cut, whatever it was made of. */
const LAWS: Readonly<Record<string, (text: string, cut: TextCut, options: CutOptions) => void>> = {
  'parts cover the text exactly': (text, cut) => {
    must(cut.start(0) === 0 && cut.start(cut.count) === text.length, 'the ends');
    for (let part = 0; part < cut.count; part++) {
      must(cut.end(part) > cut.start(part), `part ${part} is empty`);
      must(cut.end(part) === cut.start(part + 1), `part ${part} ends where the next does not start`);
    }
  },

  'no part is only white space, and none but the first begins with it': (text, cut) => {
    for (let part = 0; part < cut.count; part++) {
      const piece = text.slice(cut.start(part), cut.end(part));
      must(/\S/.test(piece) || cut.count === 1, `part ${part} is blank`);
      must(part === 0 || /^\S/.test(piece) || /^\s\p{M}/u.test(piece), `part ${part} begins with white space`);
    }
  },

  'a part has no more code points than the limit, and is never far from the usual': (
    text,
    cut,
    { limit, usual = 450 },
  ) => {
    for (let part = 0; part < cut.count; part++) {
      const { length } = [...text.slice(cut.start(part), cut.end(part)).trim()];
      must(length <= limit, `${length} of part ${part}`);
      must(length <= 2 * usual || length <= usual + 300, `${length} of part ${part} are far from usual`);
    }
  },

  'no border is within a grapheme': (text, cut) => {
    const borders = new Set(Array.from(graphemes.segment(text), ({ index }) => index));
    for (const start of startsOf(cut)) must(start === 0 || borders.has(start), `at ${start}`);
  },

  'no border is within a tag, an address or a number': (text, cut) => {
    for (const piece of [...NUMBERS, ...WHOLE]) {
      for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
        const start = cut.start(cut.partAt(at + piece.length - 1));
        must(start <= at, `${piece} at ${at} is cut at ${start}`);
      }
    }
  },

  'each offset is in the part that holds it': (text, cut) => {
    for (let offset = 0; offset < text.length; offset += 7) {
      const part = cut.partAt(offset);
      must(cut.start(part) <= offset && offset < cut.end(part), `${offset} in part ${part}`);
    }
    must(cut.partAt(text.length) === cut.count - 1 && cut.partAt(-1) === Math.min(0, cut.count - 1), 'outside');
  },

  'it is the same whatever is asked first': (text, cut, options) => {
    const other = createCut(text, options);
    for (let offset = text.length; offset >= 0; offset -= 97) other.partAt(offset);
    must(`${startsOf(other)}` === `${startsOf(cut)}`, 'another');
  },
};

test.each(Object.entries(LAWS))('%s', (_, law) => {
  fc.assert(
    fc.property(anyLongText, anyOptions, (text, options) => law(text, createCut(text, options), options)),
    { numRuns: RUNS },
  );
});

test('and all of that holds with splits, which are kept by their offsets', () => {
  fc.assert(
    fc.property(anyLongText, anyOptions, fc.array(fc.nat(), { maxLength: 8 }), (text, options, places) => {
      const cut = createCut(text, options);
      for (const place of places) {
        const offset = place % (text.length + 1);
        const before = [cut.count, cut.start(cut.partAt(offset))] as const;
        const isNew = cut.split(offset);
        const start = cut.start(cut.partAt(offset));
        must(cut.count === before[0] + (isNew ? 1 : 0), `${before} then ${cut.count}`);
        must(isNew ? before[1] < start && start <= offset : start === before[1], `${start} for ${offset}`);
      }
      for (const law of Object.values(LAWS).slice(0, 6)) law(text, cut, options);
      const again = createCut(text, { ...options, splits: [...cut.splits].reverse() });
      must(`${startsOf(again)}` === `${startsOf(cut)}` && `${again.splits}` === `${cut.splits}`, 'other splits');
    }),
    { numRuns: RUNS },
  );
});

test('in whatever pieces a text comes, its cut is the one at once, and what is settled stays', () => {
  fc.assert(
    fc.property(anyLongText, anyOptions, fc.array(fc.nat(), { maxLength: 12 }), (text, options, places) => {
      const atOnce = startsOf(createCut(text, options));
      const cut = createCut('', { ...options, final: false });
      for (const piece of inPieces(text, places)) {
        cut.append(piece);
        const settled = startsOf(cut).slice(0, cut.settled);
        must(`${settled}` === `${atOnce.slice(0, settled.length)}`, 'what was settled changed');
        if (cut.settled > 0) must(cut.end(cut.settled - 1) === atOnce[cut.settled], 'an end that was settled changed');
        // To buy what is settled changes nothing.
        if (cut.settled > 0) cut.hold(cut.settled - 1);
      }
      cut.append('', true);
      must(`${startsOf(cut)}` === `${atOnce}`, `${startsOf(cut)} instead of ${atOnce}`);
      must(cut.settled === cut.count, 'settled at the end');
    }),
    { numRuns: RUNS },
  );
});

test('a part that is bought before it is settled keeps its text, and the rest is cut as a text of its own', () => {
  fc.assert(
    fc.property(anyLongText, anyOptions, fc.array(fc.nat(), { maxLength: 12 }), (text, options, places) => {
      const cut = createCut('', { ...options, final: false });
      let whole = '';
      let held: string[] = [];
      for (const piece of inPieces(text.replace(/\p{M}|\u200d|\p{Cs}|\p{Emoji_Modifier}/gu, ''), places)) {
        cut.append(piece);
        whole += piece;
        for (const [part, bought] of held.entries()) {
          const now = whole.slice(cut.start(part), cut.end(part));
          must(now.startsWith(bought) && now.slice(bought.length).trim() === '', `${bought} is now ${now}`);
        }
        if (cut.count === 0) continue;
        cut.hold(cut.count - 1);
        held = startsOf(cut).map((start, part) => whole.slice(start, cut.end(part)));
        must(cut.settled === cut.count, 'settled by being bought');
      }
      cut.append('', true);
      for (const law of [0, 2, 5].map((index) => Object.values(LAWS)[index])) law?.(whole, cut, options);
    }),
    { numRuns: RUNS },
  );
});

test('code points are counted and skipped as the API counts them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat({ max: 50 }), (text, count) => {
      expect(countCodePoints(text, 0, text.length)).toBe([...text].length);
      expect(skipCodePoints(text, 0, count)).toBe([...text].slice(0, count).join('').length);
    }),
  );
});

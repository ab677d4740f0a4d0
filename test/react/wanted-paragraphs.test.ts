import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wantedParagraphs } from '../../src/react/transcript/wanted-paragraphs.js';

const heights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 });

function listOf(sizes: readonly number[]) {
  const startOf = (index: number) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
  const places = sizes.map((size, index) => ({ start: startOf(index), end: startOf(index) + size }));
  return { count: sizes.length, placeOf: (index: number) => places[index] };
}

it('wants exactly the paragraphs that a stretch touches, and those that are held, in their order', () => {
  fc.assert(
    fc.property(heights, fc.nat(59), fc.nat(2000), fc.array(fc.nat(80)), (sizes, number, margin, held) => {
      const list = listOf(sizes);
      const first = number % sizes.length;
      const place = list.placeOf(first) ?? { start: 0, end: 0 };
      const [from, to] = [place.start - margin, place.end + margin];
      const touched = sizes.flatMap((_, index) => {
        const { start = 0, end = 0 } = list.placeOf(index) ?? {};
        return (end >= from && start <= to) || held.includes(index) ? [index] : [];
      });
      expect(wantedParagraphs(list, [{ first, from, to }], held)).toEqual(touched);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimeTrack } from '../../src/alignment/time-track.js';
import { isKeptTimes, joinTimes, splitTimes } from '../../src/store/kept-times.js';
import type { Alignment } from '../../src/wire/alignment.js';

const time = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(Number.NaN));
const element = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 2 }),
  fc.constantFrom(' ', '\n', '\ud800', 'fi', '👩‍🚀'),
);
const pieces = fc.array(fc.tuple(element, time, time), { maxLength: 6 });
const chunk = fc.record({ pieces, fewerStarts: fc.nat(1), moreEnds: fc.nat(1) }).map(
  ({ pieces, fewerStarts, moreEnds }): Alignment => ({
    characters: pieces.map(([character]) => character),
    characterStartTimesSeconds: pieces.map(([, start]) => start).slice(0, pieces.length - fewerStarts),
    characterEndTimesSeconds: [...pieces.map(([, , end]) => end), ...Array<number>(moreEnds).fill(1)],
  }),
);

const timesOf = (chunks: readonly Alignment[], text?: string) => {
  const track = createTimeTrack(text);
  for (const alignment of chunks) track.append(alignment);
  track.end(100);
  return {
    text: track.text,
    starts: Array.from(track.starts.slice(0, track.count)),
    ends: Array.from({ length: track.count }, (_, i) => track.endOf(i)),
    offsets: Array.from({ length: track.count }, (_, i) => track.offset(i)),
    level: track.quality.level,
    // In the order in which they were found, which chunks change.
    reasons: new Set(track.quality.reasons),
  };
};

test('what is kept of times says the same as the chunks in which they came, damaged ones too', () => {
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 5 }), fc.boolean(), (chunks, isKnown) => {
      const text = isKnown ? chunks.flatMap(({ characters }) => characters).join('') : undefined;
      const kept = joinTimes(chunks);
      if (kept) expect(isKeptTimes(structuredClone(kept))).toBe(true);
      expect(timesOf(kept ? [splitTimes(kept)] : [], text)).toEqual(timesOf(chunks, text));
    }),
    { numRuns: 2000 },
  );
});

test('an answer without times is kept without times', () => {
  expect(joinTimes([])).toBeNull();
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createByteStore } from '../../src/audio/byte-store.js';

/** Bytes that differ from place to place. */
const all = Uint8Array.from({ length: 5_000_000 }, (_, i) => (i * 31) ^ (i >> 7) ^ (i >> 15));

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && Buffer.compare(a, b) === 0;

it('gives back any range of what was appended in any pieces, before and after pieces are sealed into Blobs', async () => {
  const size = fc.oneof(
    fc.integer({ min: 0, max: 3000 }),
    fc.integer({ min: 0, max: 700_000 }),
    fc.constantFrom(1 << 20, (1 << 20) - 1, 1_500_000),
  );
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(size, place, place), { maxLength: 12 }), async (steps) => {
      const store = createByteStore();
      let length = 0;
      for (const [count, a, b] of steps) {
        store.append(all.subarray(length, length + count));
        length = Math.min(all.length, length + count);
        expect(store.length).toBe(length);
        const [from = 0, to = 0] = [a, b]
          .map((fraction) => Math.round(fraction * length))
          .sort((one, other) => one - other);
        expect(same(await store.read(from, to), all.subarray(from, to))).toBe(true);
      }
      expect(same(await store.read(0, length), all.subarray(0, length))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('keeps what was appended although the caller uses its buffer again', async () => {
  const store = createByteStore();
  const buffer = Uint8Array.of(1, 2, 3);
  store.append(buffer);
  buffer.fill(9);
  store.append(buffer);
  expect([...(await store.read(0, 6))]).toEqual([1, 2, 3, 9, 9, 9]);
});

it('finishes a read that began before the bytes were sealed', async () => {
  const store = createByteStore();
  store.append(all.subarray(0, 900_000));
  const reading = store.read(100, 800_000);
  store.append(all.subarray(900_000, 2_500_000));
  expect(same(await reading, all.subarray(100, 800_000))).toBe(true);
});

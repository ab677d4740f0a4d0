import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeardReads } from '../../src/audio/heard-reads.js';
import type { PcmPart } from '../../src/audio/part.js';
import { createPeaks } from '../../src/audio/peaks.js';

const RATE = 8000;

/** A part that counts which of its frames were read. */
function partOf(samples: Float32Array<ArrayBuffer>, final = true) {
  const reads: [number, number][] = [];
  const state = { ready: samples.length };
  const part: PcmPart = {
    id: 'tone',
    sampleRate: RATE,
    frames: () => ({ ready: state.ready, final }),
    onGrow: () => () => {},
    ...createHeardReads(async (from, count) => {
      reads.push([from, count]);
      return samples.slice(from, from + count);
    }),
  };
  return { part, reads, state };
}

function peaksOfParts(parts: readonly PcmPart[]) {
  return createPeaks({
    program: {
      part: (number) => parts[number],
      after: (number) => (number + 1 < parts.length ? number + 1 : 'end'),
      subscribe: () => () => {},
    },
    pointAt(seconds) {
      let frame = Math.round(seconds * RATE);
      for (const [number, part] of parts.entries()) {
        const { ready } = part.frames();
        if (frame < ready || number === parts.length - 1) return { part: number, frame };
        frame -= ready;
      }
      return { part: 0, frame: 0 };
    },
  });
}

const { signal } = new AbortController();
const loud = (seconds: number, level: number) => new Float32Array(seconds * RATE).fill(level);

describe('peaks of a sound', () => {
  it('are known of what somebody has read, without another reading', async () => {
    const { part, reads } = partOf(loud(3, 0.5));
    const peaks = peaksOfParts([part]);
    expect(peaks.between(0, 1)).toBeNull();
    await part.read(0, RATE, signal);
    expect(peaks.between(0, 1)).toBeCloseTo(0.5, 2);
    expect(peaks.between(2, 3)).toBeNull();
    expect(reads).toEqual([[0, RATE]]);
  });

  it('say what is not here', () => {
    const { part, state } = partOf(loud(3, 0.5), false);
    state.ready = RATE;
    const peaks = peaksOfParts([part]);
    expect(peaks.between(0, 0.5)).toBeNull();
    expect(peaks.between(2, 3)).toBe('away');
  });

  it('read every second once, and none that was heard', async () => {
    const first = partOf(loud(2.5, 0.5));
    const second = partOf(loud(1, 1));
    const peaks = peaksOfParts([first.part, second.part]);
    await first.part.read(RATE, RATE, signal);
    while (await peaks.decodeNext(signal));
    expect(first.reads).toEqual([
      [RATE, RATE],
      [0, RATE],
      [2 * RATE, RATE / 2],
    ]);
    expect(second.reads).toEqual([[0, RATE]]);
    expect(peaks.between(2.6, 3.4)).toBeCloseTo(1, 2);
    expect(peaks.between(0, 2.4)).toBeCloseTo(0.5, 2);
  });

  it('tell who looks when more is known', async () => {
    const { part } = partOf(loud(1, 0.5));
    const peaks = peaksOfParts([part]);
    let told = 0;
    const leave = peaks.subscribe(() => told++);
    await part.read(0, 100, signal);
    expect(told).toBe(1);
    leave();
    await part.read(100, 100, signal);
    expect(told).toBe(1);
  });

  it('are those of the sound, however it was read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 8 }),
        async (levels, reads) => {
          // A level each fiftieth of a second.
          const samples = new Float32Array(levels.length * 160).map((_, at) => levels[Math.floor(at / 160)] ?? 0);
          const { part } = partOf(samples);
          const peaks = peaksOfParts([part]);
          for (const [first, count] of reads) {
            const from = first * 160;
            if (from < samples.length) await part.read(from, Math.min(count * 160, samples.length - from), signal);
          }
          while (await peaks.decodeNext(signal));
          for (const [at, level] of levels.entries()) {
            expect(peaks.between(at / 50, (at + 1) / 50)).toBeCloseTo(Math.abs(level), 1.9);
          }
        },
      ),
    );
  });
});

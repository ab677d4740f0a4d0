import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStretcher } from '../../src/audio/time-stretch.js';
import { secondOf, sweep } from './sweep.js';

const RATE = 16_000;

interface Stretched {
  samples: Float32Array;
  /** Input frame of every output frame. */
  map: number[];
}

/** Stretches sound that comes in chunks of these sizes. */
function stretch(input: Float32Array, rate: number, sizes: readonly number[] = [input.length]): Stretched {
  const stretcher = createStretcher(rate, RATE);
  const blocks: number[] = [];
  const map: number[] = [];
  let at = 0;
  for (let i = 0; at < input.length || i === 0; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    const { samples, inputAt } = stretcher.push(input.subarray(at, at + size), at + size >= input.length);
    for (const [frame, sample] of samples.entries()) {
      blocks.push(sample);
      map.push(Math.round(inputAt(frame) * 1e6) / 1e6);
    }
    at += size;
  }
  return { samples: Float32Array.from(blocks), map };
}

/** A buzz like a voice's: a pitch and its overtones. */
const buzz = (hertz: number, seconds: number) =>
  Float32Array.from({ length: seconds * RATE }, (_, frame) => {
    let sum = 0;
    for (let tone = 1; tone <= 10; tone++) sum += Math.sin((2 * Math.PI * tone * hertz * frame) / RATE) / tone;
    return 0.2 * sum;
  });

function powerAt(samples: Float32Array, hertz: number): number {
  let [real, imaginary] = [0, 0];
  for (const [i, sample] of samples.entries()) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / samples.length);
    real += sample * window * Math.cos((2 * Math.PI * hertz * i) / RATE);
    imaginary += sample * window * Math.sin((2 * Math.PI * hertz * i) / RATE);
  }
  return real * real + imaginary * imaginary;
}

const rates = fc.constantFrom(0.5, 0.75, 0.9, 1.1, 1.25, 1.5, 2, 3);

describe('sound at another speed', () => {
  it('is as long as its rate says, and its map never falls nor leaves the input', () => {
    const input = sweep(2, RATE);
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: input.length }), (rate, length) => {
        const { samples, map } = stretch(input.subarray(0, length), rate);
        expect(samples.length).toBe(Math.round(length / rate));
        expect(map.every((frame, i) => frame >= (map[i - 1] ?? 0) && frame <= length)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in whatever pieces it comes', () => {
    const input = sweep(1.5, RATE);
    fc.assert(
      fc.property(rates, fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 5 }), (rate, sizes) => {
        const [whole, pieces] = [stretch(input, rate), stretch(input, rate, sizes)];
        expect(pieces.samples).toEqual(whole.samples);
        expect(pieces.map).toEqual(whole.map);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [0.5, 12],
    [0.75, 5],
    [0.9, 5],
    [1.1, 5],
    [1.25, 5],
    [1.5, 5],
    [2, 12],
  ])('at %s comes from where its map says, within %s ms for 95 of 100 moments', (rate, bound) => {
    const input = sweep(8, RATE);
    const { samples, map } = stretch(input, rate);
    const look = 320;
    const errors: number[] = [];
    for (let at = look; at < samples.length - 2 * look; at += 97) {
      const said = (map[at] ?? 0) / RATE;
      const heard = secondOf(samples.subarray(at - look / 2, at + look / 2), said, RATE);
      errors.push(Math.abs(heard - said) * 1000);
    }
    errors.sort((a, b) => a - b);
    const p95 = errors[Math.floor(errors.length * 0.95)] ?? Number.NaN;
    console.info(`map at ${rate}x: median ${errors[errors.length >> 1]?.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
    expect(p95).toBeLessThanOrEqual(bound);
  });

  it.each([0.75, 0.9, 1.25, 1.5, 2, 3])(
    'at %s keeps the pitch of a voice, and adds nothing between its overtones',
    (rate) => {
      const { samples } = stretch(buzz(140, 3), rate);
      const middle = samples.subarray(4000, 4000 + 8192);
      let [best, loudest] = [0, 0];
      for (let hertz = 130; hertz <= 150; hertz += 0.05) {
        const loud = powerAt(middle, hertz);
        if (loud > loudest) [best, loudest] = [hertz, loud];
      }
      expect(Math.abs(best - 140) / 140).toBeLessThan(0.005);
      for (const tone of [1.5, 2.5, 3.5, 4.5]) {
        expect(10 * Math.log10(loudest / powerAt(middle, tone * 140))).toBeGreaterThan(20);
      }
    },
  );

  it('scales a pause once', () => {
    const pause = new Float32Array(RATE);
    const input = Float32Array.of(...buzz(140, 1), ...pause, ...buzz(140, 1));
    for (const rate of [0.5, 2]) {
      const { samples } = stretch(input, rate);
      const silent = samples.filter((sample) => Math.abs(sample) < 1e-6).length / RATE;
      expect(silent).toBeGreaterThan(1 / rate - 0.06);
      expect(silent).toBeLessThan(1 / rate + 0.06);
    }
  });
});

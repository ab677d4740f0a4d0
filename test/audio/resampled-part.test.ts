import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { resampledPart } from '../../src/audio/resampled-part.js';
import { toPcm } from './sweep.js';

const { signal } = new AbortController();
/** Rates of the formats, to those that sound cards have. */
const pairs = [8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000].flatMap((from) =>
  [44100, 48000, 96000, 16000].filter((to) => to !== from).map((to) => [from, to] as const),
);

const tone = (frequency: number, rate: number, count: number) =>
  Float32Array.from({ length: count }, (_, i) => 0.5 * Math.sin((2 * Math.PI * frequency * i) / rate));

function partOf(samples: Float32Array, rate: number) {
  const part = createPart('a', `pcm_${rate}`);
  part.append(toPcm(samples));
  part.end();
  return part;
}

const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0);

describe('sound at another rate than its output', () => {
  it.each(pairs)('of %i Hz is the same tone at %i Hz, with what was added 70 dB below it', async (from, to) => {
    // As high as both can carry well.
    const frequency = 0.35 * Math.min(from, to);
    const part = partOf(tone(frequency, from, from), from);
    const resampled = resampledPart(part, to);
    const { ready, final } = resampled.frames();
    expect(final).toBe(true);
    expect(ready).toBe(Math.ceil((from * to) / from));
    const got = (await resampled.read(0, ready, signal)).subarray(500, -500);
    const wanted = tone(frequency, to, ready).subarray(500, -500);
    const rest = got.map((sample, i) => sample - (wanted[i] ?? 0));
    expect(10 * Math.log10(energy(rest) / energy(wanted))).toBeLessThan(-70);
  });

  it('keeps out what the output cannot carry', async () => {
    const part = partOf(tone(15000, 48000, 48000), 48000);
    const got = (await resampledPart(part, 16000).read(0, 16000, signal)).subarray(500, -500);
    expect(10 * Math.log10(energy(got) / got.length / 0.125)).toBeLessThan(-60);
  });

  it('is the same in whatever pieces it is read, and while it grows', async () => {
    const samples = tone(1234, 44100, 9000);
    const whole = await resampledPart(partOf(samples, 44100), 48000).read(0, 9796, signal);
    const bytes = toPcm(samples);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 6000 }), { minLength: 4, maxLength: 20 }), async (cuts) => {
        const part = createPart('a', 'pcm_44100');
        let [appended, at] = [0, 0];
        for (const cut of [...cuts, bytes.length]) {
          part.append(bytes.subarray(appended, appended + cut));
          appended = Math.min(bytes.length, appended + cut);
          if (appended === bytes.length && !part.frames().final) part.end();
          const resampled = resampledPart(part, 48000);
          const { ready } = resampled.frames();
          expect(ready).toBeGreaterThanOrEqual(at);
          if (ready > at) expect(await resampled.read(at, ready - at, signal)).toEqual(whole.subarray(at, ready));
          at = ready;
        }
        expect(at).toBe(whole.length);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the places of its own frames', () => {
    const resampled = resampledPart(partOf(tone(100, 44100, 44100), 44100), 48000);
    for (let frame = 0; frame < 44100; frame += 7) {
      expect(resampled.toPart(resampled.fromPart(frame))).toBeGreaterThanOrEqual(frame);
      expect(resampled.toPart(resampled.fromPart(frame)) - frame).toBeLessThanOrEqual(1);
    }
  });

  it('is not touched where the rates are the same', async () => {
    const part = partOf(tone(100, 44100, 4410), 44100);
    const same = resampledPart(part, 44100);
    expect(await same.read(10, 100, signal)).toEqual(await part.read(10, 100, signal));
  });
});

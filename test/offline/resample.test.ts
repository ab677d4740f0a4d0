import { describe, expect, test } from 'vitest';
import { resample } from '../../src/offline/flite/resample.js';

const sine = (frequency: number, sampleRate: number, seconds: number) =>
  Float32Array.from({ length: Math.round(sampleRate * seconds) }, (_, i) =>
    Math.sin((2 * Math.PI * frequency * i) / sampleRate),
  );

describe('another rate', () => {
  test.each([
    [16000, 44100, 1000],
    [16000, 44100, 6000],
    [16000, 48000, 440],
    [16000, 22050, 3000],
    [16000, 8000, 1000],
    [8000, 44100, 3000],
  ])('from %i to %i Hz keeps a tone of %i Hz, in step to the sample', (from, to, frequency) => {
    const made = resample(sine(frequency, from, 0.25), from, to);
    const wanted = sine(frequency, to, 0.25);
    expect(made.length).toBe(wanted.length);
    const edge = Math.round(to * 0.01);
    const errors = made.slice(edge, -edge).map((sample, i) => Math.abs(sample - (wanted[i + edge] ?? 0)));
    expect(Math.max(...errors)).toBeLessThan(0.01);
  });

  test('lets nothing through that the lower rate cannot hold', () => {
    const made = resample(sine(6000, 16000, 0.25), 16000, 8000);
    expect(Math.max(...made.slice(100, -100).map(Math.abs))).toBeLessThan(0.01);
  });
});

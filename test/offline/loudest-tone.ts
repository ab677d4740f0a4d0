import { toneFrequency } from 'react-readalong/offline';

/** The index (0 to 63) of the tone that is strongest in some samples. */
export function loudestTone(samples: Int16Array, sampleRate: number): number {
  const strengths = Array.from({ length: 64 }, (_, tone) => strength(samples, toneFrequency(tone), sampleRate));
  return strengths.indexOf(Math.max(...strengths));
}

function strength(samples: Int16Array, frequency: number, sampleRate: number): number {
  const turn = (2 * Math.PI * frequency) / sampleRate;
  let [cosine, sine] = [0, 0];
  for (const [i, sample] of samples.entries()) {
    cosine += sample * Math.cos(turn * i);
    sine += sample * Math.sin(turn * i);
  }
  return Math.hypot(cosine, sine);
}

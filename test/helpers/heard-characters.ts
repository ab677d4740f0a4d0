import { toneFrequency } from 'react-readalong/offline';

const TONES = 64;
/** Seconds looked at to name a tone, and the step from look to look. */
const LOOK = 0.02;
const STEP = 0.005;
/** Code points between two that sound: white space and marks. */
const FURTHEST = 8;

/** Power of one frequency in some samples (Goertzel). */
function power(samples: Float32Array, frequency: number, sampleRate: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let a = 0;
  let b = 0;
  for (let i = 0; i < samples.length; i++) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / samples.length);
    [a, b] = [(samples[i] ?? 0) * window + factor * a - b, a];
  }
  return (a * a + b * b - factor * a * b) / samples.length ** 2;
}

/** The number of the tone that sounds in some samples, or null for silence. */
function toneIn(samples: Float32Array, sampleRate: number): number | null {
  const mean = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  if (mean < 1e-3) return null;
  let best = 0;
  let loudest = -1;
  for (let tone = 0; tone < TONES; tone++) {
    const loud = power(samples, toneFrequency(tone), sampleRate);
    if (loud > loudest) [best, loudest] = [tone, loud];
  }
  return best;
}

export interface HeardCharacter {
  /** Seconds from the beginning of the samples. */
  readonly time: number;
  /** Index of the code point that sounds, or the last that did where it is silent. */
  readonly index: number;
}

/**
 * Reads captured sound of the tones engine: which character sounds when, told by its tone and by nothing else.
 * `near` is a code point index that the sound begins within 32 of: there are only 64 tones.
 */
export function heardCharacters(samples: Float32Array, sampleRate: number, near: number): HeardCharacter[] {
  const look = Math.round(LOOK * sampleRate);
  const heard: HeardCharacter[] = [];
  let index = -1;
  let before: number | null = null;
  for (let time = LOOK / 2; (time + LOOK / 2) * sampleRate < samples.length; time += STEP) {
    const from = Math.round(time * sampleRate) - look / 2;
    const tone = toneIn(samples.subarray(from, from + look), sampleRate);
    // Between two tones a look may see a third: only what is seen twice counts, and the voice only goes forward.
    if (tone !== null && tone === before) {
      const step = (((tone - index) % TONES) + TONES) % TONES;
      if (index < 0) index = nearest(tone, near);
      else if (step <= FURTHEST) index += step;
    }
    before = tone;
    if (index >= 0) heard.push({ time, index });
  }
  return heard;
}

/** The index with that tone that is nearest to another. */
function nearest(tone: number, near: number): number {
  const base = near - ((((near - tone) % TONES) + TONES) % TONES);
  const other = base + TONES;
  return near - base <= other - near || other < 0 ? Math.max(base, tone) : other;
}

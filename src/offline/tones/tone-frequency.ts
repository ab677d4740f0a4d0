const TONES = 64;
const LOWEST = 400;
const STEP = 50.5;
/** Odd, so that 64 steps visit every tone, and far from 0 and 64, so that neighbours are at least 555 Hz apart for three places. */
const STRIDE = 25;

/** The frequency in hertz (400 to 3582, 64 of them, 50.5 Hz apart) that the tones engine sounds for the code point at `index` of a text. */
export function toneFrequency(index: number): number {
  return LOWEST + STEP * ((index * STRIDE) % TONES);
}

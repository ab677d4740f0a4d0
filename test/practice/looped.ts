/** Frames from a border of a loop at which its fade is over, at 44.1 kHz. */
export const FADED = 300;
const FADE = Math.round(0.005 * 44_100);
/** Frames by which a border is looked for where it should not be. */
const REACH = 1000;
/** Frames by which two sounds are told apart. */
export const LOOKED_AT = 1500;

/** A stretch of sound as one round of a loop is to be heard: from sample to sample, with 5 ms of fade at both ends. */
export function roundOf(sound: Float32Array, from: number, to: number): Float32Array<ArrayBuffer> {
  const whole = to - from;
  return Float32Array.from({ length: whole }, (_, i) => {
    const near = Math.min(i, whole - 1 - i, FADE);
    return (sound[from + i] ?? 0) * (near / FADE);
  });
}

/** How far off a stretch of what was heard is that should be the sound from a frame on: in frames, by where it fits best. */
export function framesOff(heard: Float32Array, sound: Float32Array, from: number): number {
  let [best, off] = [Number.POSITIVE_INFINITY, Number.NaN];
  for (let lag = -REACH; lag <= REACH; lag++) {
    let sum = 0;
    for (let i = 0; i < LOOKED_AT && sum < best; i += 3) sum += ((heard[i] ?? 0) - (sound[from + lag + i] ?? 0)) ** 2;
    if (sum < best) [best, off] = [sum, lag];
  }
  return off;
}

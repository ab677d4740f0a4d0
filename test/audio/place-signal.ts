/** Frames after which the signal repeats. */
export const PLACES = 1 << 16;

/** PCM whose every sample says which frame it is: a saw that takes each value once in 65 536 frames, and never 0 but once. */
export function placeSignal(frames: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from({ length: frames }, (_, frame) => frame + 1).buffer);
}

/** The frame (of its 65 536) that an unchanged sample of the signal is; -1 for silence. */
export function placeOf(sample: number): number {
  return (Math.round(sample * 32768) & 0xffff) - 1;
}

/** The frame that a sample is, where about it is known. */
export function frameOf(sample: number, near: number): number {
  return placeOf(sample) + Math.round((near - placeOf(sample)) / PLACES) * PLACES;
}

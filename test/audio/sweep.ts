/** A tone that rises in step with time, so that its pitch tells the moment that is heard: 380 Hz a second from 300 Hz. */
export const SLOPE = 380;
const LOWEST = 300;

export function sweep(seconds: number, sampleRate: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, frame) => {
    const time = frame / sampleRate;
    return 0.4 * Math.sin(2 * Math.PI * (LOWEST * time + (SLOPE / 2) * time * time));
  });
}

/** The pitch of a pure tone in hertz, by the phase that it turns between the two halves of some samples. */
function pitch(samples: Float32Array, near: number, sampleRate: number): number {
  const half = samples.length >> 1;
  const phase = (from: number): number => {
    let [real, imaginary] = [0, 0];
    for (let i = 0; i < half; i++) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / half);
      const angle = (2 * Math.PI * near * (from + i)) / sampleRate;
      real += (samples[from + i] ?? 0) * window * Math.cos(angle);
      imaginary -= (samples[from + i] ?? 0) * window * Math.sin(angle);
    }
    return Math.atan2(imaginary, real);
  };
  let turned = phase(half) - phase(0);
  turned -= 2 * Math.PI * Math.round(turned / (2 * Math.PI));
  return near + (turned * sampleRate) / (2 * Math.PI * half);
}

/** The second of the sweep that some samples come from, in their middle, where about it is known. */
export function secondOf(samples: Float32Array, near: number, sampleRate: number): number {
  let second = near;
  for (let round = 0; round < 4; round++)
    second = (pitch(samples, LOWEST + SLOPE * second, sampleRate) - LOWEST) / SLOPE;
  return second;
}

/** Some samples as signed 16-bit little-endian PCM. */
export function toPcm(samples: Float32Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Int16Array.from(samples, (sample) => Math.round(sample * 32767)).buffer);
}

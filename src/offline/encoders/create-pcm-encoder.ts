import type { AudioEncoder } from './audio-encoder.js';

/** Signed 16-bit little-endian mono without a header, as the API's `pcm_*`. */
export function createPcmEncoder(sampleRate: number): AudioEncoder {
  return {
    contentType: 'audio/pcm',
    sampleRate,
    bytesPerSecond: sampleRate * 2,
    encode,
    finish: () => new Uint8Array(0),
  };
}

function encode(samples: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  for (let i = 0; i < samples.length; i++) view.setInt16(i * 2, sampleToInt16(samples[i] ?? 0), true);
  return new Uint8Array(view.buffer);
}

/** A sample of -1 to 1 as a signed 16-bit integer, clipped. */
export function sampleToInt16(sample: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(sample * 32767)));
}

/** How one sample is written. */
export interface SampleCoding {
  readonly bytes: number;
  /** The sample at a byte, -1 to 1. */
  read(view: DataView, at: number): number;
}

/** Signed 16-bit little-endian, as `pcm_*` sends it. */
export const PCM_16: SampleCoding = { bytes: 2, read: (view, at) => view.getInt16(at, true) / 32768 };

/** One channel of samples, or the mean of several that are written in turns. */
export function readSamples(
  raw: Uint8Array<ArrayBuffer>,
  count: number,
  coding: SampleCoding,
  channels = 1,
): Float32Array<ArrayBuffer> {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const samples = new Float32Array(count);
  for (let i = 0, at = 0; i < count; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++, at += coding.bytes) sum += coding.read(view, at);
    samples[i] = sum / channels;
  }
  return samples;
}

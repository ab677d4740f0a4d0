import { PCM_16, type SampleCoding } from './sample-coding.js';
import { A_LAW, MU_LAW } from './telephone-coding.js';

/** Format tags of a WAV file (Microsoft's mmreg.h), and their bits, to how a sample is written. */
const CODINGS: Readonly<Record<string, SampleCoding>> = {
  // 8 bits are unsigned, all others signed.
  '1/8': { bytes: 1, read: (view, at) => (view.getUint8(at) - 128) / 128 },
  '1/16': PCM_16,
  '1/24': { bytes: 3, read: (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 8388608 },
  '1/32': { bytes: 4, read: (view, at) => view.getInt32(at, true) / 2147483648 },
  '3/32': { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  '3/64': { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  '6/8': A_LAW,
  '7/8': MU_LAW,
};

/** What the body of a WAV's `fmt ` chunk says. */
export interface WavForm {
  readonly sampleRate: number;
  readonly channels: number;
  readonly coding: SampleCoding;
}

/** Reads the body of a `fmt ` chunk, or says what it holds that cannot be played. */
export function readWavForm(body: Uint8Array): WavForm | string {
  if (body.length < 16) return 'a WAV header that is cut';
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const tag = view.getUint16(0, true);
  // WAVE_FORMAT_EXTENSIBLE carries the true tag further on.
  const encoding = tag === 0xfffe && body.length >= 26 ? view.getUint16(24, true) : tag;
  const bits = view.getUint16(14, true);
  const coding = CODINGS[`${encoding}/${bits}`];
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  if (!coding) return `WAV of encoding ${encoding} with ${bits} bits, which is not played here`;
  if (channels === 0 || sampleRate === 0) return 'a WAV header without channels or sample rate';
  return { sampleRate, channels, coding };
}

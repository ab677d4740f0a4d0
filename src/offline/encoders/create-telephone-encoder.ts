import type { AudioEncoder } from './audio-encoder.js';
import { sampleToInt16 } from './create-pcm-encoder.js';

/** 8-bit logarithmic mono at 8 kHz without a header (ITU-T G.711), as the API's `ulaw_8000` and `alaw_8000`. */
export function createTelephoneEncoder(law: 'ulaw' | 'alaw', sampleRate: number): AudioEncoder {
  const byteOf = law === 'ulaw' ? muLawByte : aLawByte;
  return {
    contentType: law === 'ulaw' ? 'audio/basic' : 'audio/x-alaw-basic',
    sampleRate,
    bytesPerSecond: sampleRate,
    encode: (samples) => Uint8Array.from(samples, (sample) => byteOf(sampleToInt16(sample))),
    finish: () => new Uint8Array(0),
  };
}

/** G.711 mu-law of a 16-bit sample. Silence is 0xFF. */
function muLawByte(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const biased = Math.min(Math.abs(sample), 32635) + 0x84;
  const exponent = 24 - Math.clz32(biased);
  return ~(sign | (exponent << 4) | ((biased >> (exponent + 3)) & 0x0f)) & 0xff;
}

/** G.711 A-law of a 16-bit sample. Silence is 0xD5. */
function aLawByte(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const level = (sample < 0 ? ~sample : sample) >> 3;
  const exponent = Math.max(0, 27 - Math.clz32(level));
  const mantissa = (level >> (exponent === 0 ? 1 : exponent)) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

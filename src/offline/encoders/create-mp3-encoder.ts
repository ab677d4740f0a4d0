import { missingPackage } from '../missing-package.js';
import type { AudioEncoder } from './audio-encoder.js';

const BITRATES = [32, 64, 96, 128, 192] as const;

/** A bitrate in kbit/s that the API offers for MP3. */
export type Mp3Bitrate = (typeof BITRATES)[number];

/** Whether the API offers MP3 with this bitrate in kbit/s. */
export function isMp3Bitrate(bitrate: number | null): bitrate is Mp3Bitrate {
  return BITRATES.some((known) => known === bitrate);
}

/** MP3 by LAME at a constant bitrate, mono, without an Info frame, so its 1105 samples of delay are nowhere declared. Needs `wasm-media-encoders`. */
export async function createMp3Encoder(sampleRate: 44100 | 22050, bitrate: Mp3Bitrate): Promise<AudioEncoder> {
  const { createMp3Encoder: createLame } = await import('wasm-media-encoders').catch((cause) => {
    throw missingPackage('wasm-media-encoders', 'MP3 cannot be encoded, only pcm, ulaw and alaw', cause);
  });
  const lame = await createLame();
  lame.configure({ channels: 1, sampleRate, bitrate, outputSampleRate: sampleRate });
  return {
    contentType: 'audio/mpeg',
    sampleRate,
    bytesPerSecond: bitrate * 125,
    // What LAME returns is a view of its memory, which its next call overwrites.
    encode: (samples) => lame.encode([samples]).slice(),
    finish: () => lame.finalize().slice(),
  };
}

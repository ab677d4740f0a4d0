import { createMp3Encoder } from 'wasm-media-encoders';
import { seeded } from './programs.js';

/** Mono MP3 of samples at a constant bitrate (kbit/s), by LAME, without an Info frame. */
export async function encodeMp3(
  samples: Float32Array,
  sampleRate: 44100 | 22050,
  bitrate: 32 | 64 | 96 | 128 | 192,
): Promise<Uint8Array<ArrayBuffer>> {
  const lame = await createMp3Encoder();
  lame.configure({ channels: 1, sampleRate, bitrate, outputSampleRate: sampleRate });
  const body = lame.encode([samples]).slice();
  const end = lame.finalize();
  const bytes = new Uint8Array(body.length + end.length);
  bytes.set(body);
  bytes.set(end, body.length);
  return bytes;
}

/** Something like a voice: harmonics that glide, noise in bursts, and pauses, so that an encoder borrows bits across frames. */
export function voiceLike(seconds: number, sampleRate: number): Float32Array {
  const random = seeded(11);
  let phase = 0;
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    const time = i / sampleRate;
    phase += (2 * Math.PI * (120 + 40 * Math.sin(time * 5))) / sampleRate;
    const syllable = Math.max(0, Math.sin(time * 17)) * (Math.sin(time * 2.1) > -0.7 ? 1 : 0);
    const voiced = (Math.sin(phase) + Math.sin(3 * phase) / 2 + Math.sin(7 * phase) / 3) * 0.25 * syllable;
    const hiss = Math.sin(time * 31) > 0.8 ? (random() - 0.5) * 0.4 : 0;
    return voiced + hiss;
  });
}

/** What the browser makes of a whole MP3 at once, without the 1105 samples by which LAME and every decoder are late. */
export async function referenceOf(
  mp3: Uint8Array<ArrayBuffer>,
  sampleRate: number,
): Promise<Float32Array<ArrayBuffer>> {
  const decoded = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(mp3.slice().buffer);
  return decoded.getChannelData(0).slice(1105);
}

/** The greatest difference of two stretches of sound; infinite where they are not of one length. */
export function difference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return most;
}

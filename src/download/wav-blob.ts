import type { PcmPart } from '../audio/part.js';
import { resampledPart } from '../audio/resampled-part.js';

export interface WavOptions {
  readonly signal: AbortSignal;
  /** Hears of the share that is written, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Seconds that are decoded at a time, and bytes after which what is written leaves the heap. */
const WINDOW = 10;
const SEAL = 4 << 20;
const HEADER = 44;
const MOST = 0xffffffff;

/**
 * Parts one after another as a WAV file, 16 bits, mono, at the rate of the first. Hours of it are never in memory at once.
 * @throws AudioError where a part cannot be decoded, the signal's reason on abort.
 */
export async function wavBlob(parts: readonly PcmPart[], { signal, onProgress }: WavOptions): Promise<Blob> {
  const rate = parts[0]?.sampleRate ?? 44100;
  const sounds = parts.map((part) => resampledPart(part, rate));
  // What comes while it is written is left out, or the header would lie.
  const lengths = sounds.map((sound) => sound.frames().ready);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const sealed: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [wavHeader(total, rate)];
  let size = 0;
  let written = 0;
  for (const [i, sound] of sounds.entries()) {
    const length = lengths[i] ?? 0;
    for (let at = 0; at < length; at += WINDOW * rate) {
      signal.throwIfAborted();
      const count = Math.min(WINDOW * rate, length - at);
      open.push(coded(await sound.read(at, count, signal)));
      written += count;
      size += count * 2;
      if (size >= SEAL) {
        sealed.push(new Blob(open));
        open = [];
        size = 0;
      }
      onProgress?.(written / total);
    }
  }
  return new Blob([...sealed, ...open], { type: 'audio/wav' });
}

/** Signed 16-bit little-endian, as PCM is read: what came so leaves so, bit for bit. */
function coded(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(samples.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [i, sample] of samples.entries()) {
    view.setInt16(i * 2, Math.max(-32768, Math.min(32767, Math.round(sample * 32768))), true);
  }
  return bytes;
}

/** RIFF, `fmt ` and `data` of PCM (Microsoft's mmreg.h). Beyond 4 GB the sizes say "unknown", as of a stream. */
function wavHeader(frames: number, rate: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(HEADER));
  const word = (at: number, text: string): void => {
    for (let i = 0; i < 4; i++) view.setUint8(at + i, text.charCodeAt(i));
  };
  const size = frames * 2;
  word(0, 'RIFF');
  view.setUint32(4, Math.min(MOST, size + HEADER - 8), true);
  word(8, 'WAVE');
  word(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, 'data');
  view.setUint32(40, Math.min(MOST, size), true);
  return new Uint8Array(view.buffer);
}

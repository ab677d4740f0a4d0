import { AudioError } from '../../errors.js';

/** The samples of a mono 16-bit WAV file, -1 to 1, and its rate in hertz. Throws an AudioError for anything else. */
export function readWav(bytes: Uint8Array): { samples: Float32Array; sampleRate: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isMono16 = bytes.length > 44 && view.getUint16(22, true) === 1 && view.getUint16(34, true) === 16;
  if (!isMono16) throw new AudioError('The voice did not write a mono 16-bit WAV file, so its sound cannot be read.');
  const samples = new Float32Array(Math.floor((bytes.length - 44) / 2));
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(44 + i * 2, true) / 32768;
  return { samples, sampleRate: view.getUint32(24, true) };
}

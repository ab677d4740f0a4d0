import { parseOutputFormat } from '../../wire/output-format.js';
import type { AudioEncoder } from './audio-encoder.js';
import { createMp3Encoder, isMp3Bitrate } from './create-mp3-encoder.js';
import { createPcmEncoder } from './create-pcm-encoder.js';
import { createTelephoneEncoder } from './create-telephone-encoder.js';

const PCM_RATES: readonly number[] = [8000, 16000, 22050, 24000, 44100, 48000];

/** An encoder for an `output_format`, or null for those that cannot be made here: opus, and whatever the API does not document. */
export function createAudioEncoder(outputFormat: string): (() => Promise<AudioEncoder>) | null {
  const parts = parseOutputFormat(outputFormat);
  if (!parts) return null;
  const { codec, sampleRate, bitrate } = parts;
  if (codec === 'mp3' && isMp3Bitrate(bitrate)) {
    if (sampleRate === 44100) return () => createMp3Encoder(44100, bitrate);
    if (sampleRate === 22050 && bitrate === 32) return () => createMp3Encoder(22050, bitrate);
  }
  if (bitrate !== null) return null;
  if (codec === 'pcm' && PCM_RATES.includes(sampleRate)) return async () => createPcmEncoder(sampleRate);
  if ((codec === 'ulaw' || codec === 'alaw') && sampleRate === 8000)
    return async () => createTelephoneEncoder(codec, sampleRate);
  return null;
}

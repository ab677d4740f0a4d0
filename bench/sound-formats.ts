import { g711 } from '../test/audio/g711.js';
import { encodeMp3, referenceOf, voiceLike } from '../test/audio/lame.js';
import { oggOpus } from '../test/audio/ogg-bytes.js';
import { encodeOpus } from '../test/audio/opus.js';
import { wav, writeSamples } from '../test/audio/wav-bytes.js';

/** Bytes of an output format, and what is to be heard of them. */
export interface FormatSound {
  readonly format: string;
  readonly sampleRate: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What a decoder makes of the whole at once: the browser's for MP3 and Opus, the book's tables for the others. */
  readonly reference: Float32Array<ArrayBuffer>;
}

/** Something like a voice in an output format, e.g. mp3_44100_128 or wav_22050. */
export async function soundOf(format: string, seconds: number): Promise<FormatSound> {
  const [codec = '', rate = '0', kilobits = '0'] = format.split('_');
  const sampleRate = Number(rate);
  const voice = new Float32Array(voiceLike(seconds, sampleRate));
  const made = await encode(codec, voice, sampleRate, Number(kilobits));
  return { format, sampleRate, ...made };
}

async function encode(
  codec: string,
  voice: Float32Array<ArrayBuffer>,
  sampleRate: number,
  kilobits: number,
): Promise<Pick<FormatSound, 'bytes' | 'reference'>> {
  if (codec === 'mp3') {
    const bitrate = ([32, 64, 96, 128, 192] as const).find((known) => known === kilobits) ?? 128;
    const bytes = await encodeMp3(voice, sampleRate === 22_050 ? 22_050 : 44_100, bitrate);
    return { bytes, reference: await referenceOf(bytes, sampleRate) };
  }
  if (codec === 'opus') {
    const { packets, preSkip } = await encodeOpus(voice, { bitrate: kilobits });
    const padding = packets.reduce((sum, { samples }) => sum + samples, 0) - preSkip - voice.length;
    const bytes = oggOpus(packets, { preSkip, padding, perPage: [3, 1, 10] });
    const decoded = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes.slice().buffer);
    return { bytes, reference: decoded.getChannelData(0) };
  }
  if (codec === 'ulaw' || codec === 'alaw') {
    // Every byte is a sample, so all 256 of them are there.
    const bytes = Uint8Array.from(voice, (sample, i) => (sample * 300 + i * 7) & 255);
    return { bytes, reference: g711(bytes, codec === 'ulaw' ? 7 : 6) };
  }
  const body = writeSamples(voice, 1, 16);
  const reference = Float32Array.from(new Int16Array(body.buffer), (value) => value / 32_768);
  return { bytes: codec === 'wav' ? wav(body, { sampleRate }) : body, reference };
}

import { AudioError } from '../errors.js';
import { type OutputFormat, parseOutputFormat } from '../wire/output-format.js';

/** Stands for an output format that nobody declared: the bytes say what they are. */
export const UNDECLARED = 'undeclared';

/** Samples a second until the bytes of an undeclared format say otherwise. */
export const USUAL_RATE = 44100;

const CODECS: ReadonlySet<string> = new Set(['mp3', 'opus', 'wav', 'pcm', 'ulaw', 'alaw']);

/**
 * Samples a second of an output format, asked for before anything is bought.
 * @throws AudioError where the format cannot be played.
 */
export function playableRate(format: OutputFormat): number {
  const parsed = parseOutputFormat(format);
  if (format === UNDECLARED) return USUAL_RATE;
  if (parsed && CODECS.has(parsed.codec)) return parsed.sampleRate;
  throw new AudioError(
    `"${format}" cannot be played, so nothing was bought. Ask for one of the mp3_*, opus_*, pcm_*, wav_*, ulaw_8000 or alaw_8000 formats, e.g. mp3_44100_128.`,
  );
}

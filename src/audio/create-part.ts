import { AudioError } from '../errors.js';
import { type OutputFormat, parseOutputFormat } from '../wire/output-format.js';
import { type Decode, decodeInBrowser } from './decode.js';
import { createMp3Part } from './mp3-part.js';
import type { GrowingPart } from './part.js';
import { createPcmPart } from './pcm-part.js';

/**
 * An empty part for an output format.
 * @throws AudioError where the format cannot be played.
 */
export function createPart(id: string, format: OutputFormat, decode: Decode = decodeInBrowser): GrowingPart {
  const parsed = parseOutputFormat(format);
  if (parsed?.codec === 'mp3') return createMp3Part(id, parsed.sampleRate, decode);
  if (parsed?.codec === 'pcm') return createPcmPart(id, parsed.sampleRate);
  throw new AudioError(
    `"${format}" cannot be played, so nothing was bought. Ask for one of the mp3_* or pcm_* formats, e.g. mp3_44100_128.`,
  );
}

import { AudioError } from '../errors.js';
import { type OutputFormat, parseOutputFormat } from '../wire/output-format.js';
import { browserFidelity } from './browser-fidelity.js';
import { createByteStore } from './byte-store.js';
import { type Decode, decodeInBrowser } from './decode.js';
import { createDetectedContent } from './detected-content.js';
import { FAITHFUL } from './fidelity.js';
import { createGrowingPart } from './growing-part.js';
import { createMp3Content } from './mp3-content.js';
import { createOpusContent } from './opus-content.js';
import type { GrowingPart } from './part.js';
import { PCM_16 } from './sample-coding.js';
import { createSampleContent } from './sample-content.js';
import type { SoundContent } from './sound-content.js';
import { A_LAW, MU_LAW } from './telephone-coding.js';
import { createWavContent } from './wav-content.js';

/** Stands for an output format that nobody declared: the bytes say what they are. */
export const UNDECLARED = 'undeclared';

/** Samples a second until the bytes of an undeclared format say otherwise. */
const USUAL_RATE = 44100;

/**
 * An empty part for an output format.
 * @param decode The decoder of MP3 and Opus. @default the browser's
 * @param fidelity What is known of how it decodes MP3. @default measured at the first use of the browser's
 * @throws AudioError where the format cannot be played.
 */
export function createPart(
  id: string,
  format: OutputFormat,
  decode: Decode = decodeInBrowser,
  fidelity = decode === decodeInBrowser ? browserFidelity : async () => FAITHFUL,
): GrowingPart {
  const bytes = createByteStore();
  const contents: Record<string, (rate: number) => SoundContent> = {
    mp3: (rate) => createMp3Content(bytes, rate, decode, fidelity),
    opus: () => createOpusContent(bytes, decode),
    wav: (rate) => createWavContent(bytes, rate),
    pcm: (rate) => createSampleContent('PCM', bytes, rate, PCM_16),
    ulaw: (rate) => createSampleContent('Mu-law', bytes, rate, MU_LAW),
    alaw: (rate) => createSampleContent('A-law', bytes, rate, A_LAW),
  };
  if (format === UNDECLARED) {
    const detectable = {
      mp3: () => createMp3Content(bytes, USUAL_RATE, decode, fidelity),
      ogg: () => createOpusContent(bytes, decode),
      wav: () => createWavContent(bytes, USUAL_RATE),
    };
    return createGrowingPart(id, bytes, createDetectedContent(detectable, USUAL_RATE));
  }
  const parsed = parseOutputFormat(format);
  const content = parsed && Object.hasOwn(contents, parsed.codec) && contents[parsed.codec]?.(parsed.sampleRate);
  if (content) return createGrowingPart(id, bytes, content);
  throw new AudioError(
    `"${format}" cannot be played, so nothing was bought. Ask for one of the mp3_*, opus_*, pcm_*, wav_*, ulaw_8000 or alaw_8000 formats, e.g. mp3_44100_128.`,
  );
}

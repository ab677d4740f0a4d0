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
import { playableRate, UNDECLARED, USUAL_RATE } from './playable-format.js';
import { PCM_16 } from './sample-coding.js';
import { createSampleContent } from './sample-content.js';
import type { SoundContent } from './sound-content.js';
import { A_LAW, MU_LAW } from './telephone-coding.js';
import { createWavContent } from './wav-content.js';

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
  const sampleRate = playableRate(format);
  const codec = parseOutputFormat(format)?.codec ?? '';
  const content = contents[codec] ?? (() => createMp3Content(bytes, sampleRate, decode, fidelity));
  return createGrowingPart(id, bytes, content(sampleRate));
}

import type { OutputFormat } from '../wire/output-format.js';

/** How a voice speaks in one request. Each overrides the setting stored with the voice; null or missing keeps it. */
export interface VoiceSettings {
  /** 0–1. Higher is steadier, lower more expressive. @default 0.5 */
  stability?: number | null;
  /** 0–1. How close to the original voice. @default 0.75 */
  similarityBoost?: number | null;
  /** 0–1. Exaggeration of the voice's style. @default 0 */
  style?: number | null;
  /** @default true */
  useSpeakerBoost?: boolean | null;
  /** 0.7–1.2, of the generated speech itself; the player's playback rate is another thing. @default 1 */
  speed?: number | null;
}

/** Which version of a pronunciation dictionary to speak by. */
export interface PronunciationDictionaryLocator {
  pronunciationDictionaryId: string;
  versionId?: string | null;
}

/** Everything that can be asked of the API's four speech endpoints, in camelCase. Ranges are the reference's. */
export interface SpeechRequest {
  /** What is spoken. Limits and billing count Unicode code points. */
  text: string;
  voiceId: string;
  /** @default 'eleven_multilingual_v2' */
  modelId?: string;
  /** ISO 639-1. Refused by models that cannot enforce a language. */
  languageCode?: string | null;
  /** codec_rate_bitrate. @default 'mp3_44100_128' */
  outputFormat?: OutputFormat;
  voiceSettings?: VoiceSettings | null;
  /** At most 3, applied in order. */
  pronunciationDictionaryLocators?: readonly PronunciationDictionaryLocator[] | null;
  /** 0–4294967295. Best effort at the same sound again. */
  seed?: number | null;
  previousText?: string | null;
  nextText?: string | null;
  /** At most 3. */
  previousRequestIds?: readonly string[] | null;
  /** At most 3. */
  nextRequestIds?: readonly string[] | null;
  /** @default 'auto' */
  applyTextNormalization?: 'auto' | 'on' | 'off';
  /** Japanese only, slow. @default false */
  applyLanguageTextNormalization?: boolean;
  /** false asks for zero retention (enterprise). @default true */
  enableLogging?: boolean;
  /** 0–4. @deprecated by the API */
  optimizeStreamingLatency?: 0 | 1 | 2 | 3 | 4 | null;
  /** @deprecated by the API @default false */
  usePvcAsIvc?: boolean;
  /** Whether sound is sent as it is made. @default true */
  stream?: boolean;
  /** Whether the times of the characters come with it. @default true */
  timestamps?: boolean;
}

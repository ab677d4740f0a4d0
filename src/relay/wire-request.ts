import { RelayError } from '../errors.js';
import { type Endpoint, endpointPath, isVoiceId } from '../wire/endpoint.js';
import { type WireSpeechBody, type WireVoiceSettings, wireSpeechBody, wireSpeechQuery } from '../wire/speech-body.js';
import { validate } from '../wire/validate.js';
import { refuseKeyInOptions, refuseKeyInPath } from './api-key.js';
import { outOfRange } from './out-of-range.js';
import type { PronunciationDictionaryLocator, SpeechRequest, VoiceSettings } from './speech-request.js';

/** A speech request as it travels: a path with its query, and a JSON body. */
export interface WireRequest {
  readonly endpoint: Extract<Endpoint, { kind: 'speech' }>;
  readonly path: string;
  readonly body: WireSpeechBody;
}

/**
 * Turns a request into what is sent, and checks every range before anything is bought.
 * @throws RelayError with `status: null` and the code of what is wrong.
 */
export function toWireRequest(request: SpeechRequest): WireRequest {
  refuseKeyInOptions(request);
  if (typeof request.text !== 'string' || request.text.trim() === '') {
    throw new RelayError(
      'There is no text to speak: it is empty or white space. Nothing was sent. Give `text` at least one character.',
      { code: 'input_text_empty' },
    );
  }
  checkVoiceId(request.voiceId);
  const body = validate(wireSpeechBody, asJson(toBody(request)), 'body');
  const query = validate(wireSpeechQuery, asJson(toQuery(request)), 'query');
  if (!body.ok || !query.ok) throw outOfRange([...(body.ok ? [] : body.issues), ...(query.ok ? [] : query.issues)]);
  const endpoint = {
    kind: 'speech',
    voiceId: request.voiceId,
    stream: request.stream ?? true,
    timestamps: request.timestamps ?? true,
  } as const;
  const search = new URLSearchParams(query.value).toString();
  return { endpoint, path: endpointPath(endpoint) + (search && `?${search}`), body: body.value };
}

/** @throws RelayError where a value cannot be a voice id. */
export function checkVoiceId(voiceId: unknown): void {
  if (typeof voiceId === 'string') refuseKeyInPath(voiceId);
  if (isVoiceId(voiceId)) return;
  const given = typeof voiceId === 'string' && voiceId ? `"${voiceId.slice(0, 60)}"` : 'What was given';
  throw new RelayError(
    `${given} is not a voice id: one holds letters, digits, "-" and "_" only. Nothing was sent. Take \`voiceId\` from the list of voices.`,
    { code: 'invalid_voice_id' },
  );
}

/** Names as they travel. A name that is in no table travels as it is, for the check to refuse: a typo must not pass in silence. */
const BODY_NAMES = {
  text: 'text',
  modelId: 'model_id',
  languageCode: 'language_code',
  voiceSettings: 'voice_settings',
  pronunciationDictionaryLocators: 'pronunciation_dictionary_locators',
  seed: 'seed',
  previousText: 'previous_text',
  nextText: 'next_text',
  previousRequestIds: 'previous_request_ids',
  nextRequestIds: 'next_request_ids',
  applyTextNormalization: 'apply_text_normalization',
  applyLanguageTextNormalization: 'apply_language_text_normalization',
  usePvcAsIvc: 'use_pvc_as_ivc',
} satisfies Record<Exclude<keyof SpeechRequest, keyof typeof ELSEWHERE>, keyof WireSpeechBody>;
const SETTING_NAMES = {
  stability: 'stability',
  similarityBoost: 'similarity_boost',
  style: 'style',
  useSpeakerBoost: 'use_speaker_boost',
  speed: 'speed',
} satisfies Record<keyof VoiceSettings, keyof WireVoiceSettings>;
const LOCATOR_NAMES = {
  pronunciationDictionaryId: 'pronunciation_dictionary_id',
  versionId: 'version_id',
} satisfies Record<keyof PronunciationDictionaryLocator, string>;
/** In the path or the query. */
const ELSEWHERE = {
  voiceId: true,
  outputFormat: true,
  enableLogging: true,
  optimizeStreamingLatency: true,
  stream: true,
  timestamps: true,
};

function toBody(request: SpeechRequest): Record<string, unknown> {
  const { voiceSettings, pronunciationDictionaryLocators: locators, previousText, nextText, ...rest } = request;
  const fields = Object.entries(rest).filter(([name]) => !(name in ELSEWHERE));
  return renamed(
    {
      ...Object.fromEntries(fields),
      // Ids take precedence, and the API ignores the texts beside them.
      previousText: request.previousRequestIds?.length ? undefined : previousText,
      nextText: request.nextRequestIds?.length ? undefined : nextText,
      voiceSettings: renamed(voiceSettings, SETTING_NAMES),
      pronunciationDictionaryLocators: Array.isArray(locators)
        ? locators.map((locator) => renamed(locator, LOCATOR_NAMES))
        : locators,
    },
    BODY_NAMES,
  );
}

function renamed<T>(value: T, names: Readonly<Record<string, string>>): T extends object ? Record<string, unknown> : T;
function renamed(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [names[name] ?? name, field]));
}

function toQuery(request: SpeechRequest): Record<string, string | undefined> {
  const text = (value: unknown): string | undefined => (value == null ? undefined : String(value));
  return {
    enable_logging: text(request.enableLogging),
    optimize_streaming_latency: text(request.optimizeStreamingLatency),
    output_format: text(request.outputFormat),
  };
}

/** As it will be sent. JSON leaves undefined out, but makes null of NaN and of Infinity: they must not pass for "as usual". */
function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, field: unknown) =>
      typeof field === 'number' && !Number.isFinite(field) ? String(field) : field,
    ),
  );
}

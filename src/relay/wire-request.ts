import { RelayError } from '../errors.js';
import { type Endpoint, endpointPath, isVoiceId } from '../wire/endpoint.js';
import { type WireSpeechBody, wireSpeechBody, wireSpeechQuery } from '../wire/speech-body.js';
import { validate } from '../wire/validate.js';
import { refuseKeyInPath } from './api-key.js';
import { outOfRange } from './out-of-range.js';
import type { SpeechRequest } from './speech-request.js';

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

function toBody(request: SpeechRequest): WireSpeechBody {
  const { voiceSettings: settings, pronunciationDictionaryLocators: locators } = request;
  return {
    text: request.text,
    model_id: request.modelId,
    language_code: request.languageCode,
    voice_settings: settings && {
      stability: settings.stability,
      similarity_boost: settings.similarityBoost,
      style: settings.style,
      use_speaker_boost: settings.useSpeakerBoost,
      speed: settings.speed,
    },
    pronunciation_dictionary_locators: locators?.map((locator) => ({
      pronunciation_dictionary_id: locator.pronunciationDictionaryId,
      version_id: locator.versionId,
    })),
    seed: request.seed,
    // Ids take precedence, and the API ignores the texts beside them.
    previous_text: request.previousRequestIds?.length ? undefined : request.previousText,
    next_text: request.nextRequestIds?.length ? undefined : request.nextText,
    previous_request_ids: request.previousRequestIds && [...request.previousRequestIds],
    next_request_ids: request.nextRequestIds && [...request.nextRequestIds],
    apply_text_normalization: request.applyTextNormalization,
    apply_language_text_normalization: request.applyLanguageTextNormalization,
    use_pvc_as_ivc: request.usePvcAsIvc,
  };
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

import { RelayError } from '../errors.js';
import { type Endpoint, endpointPath, matchEndpoint } from '../wire/endpoint.js';
import { type WireSpeechBody, wireSpeechBody } from '../wire/speech-body.js';
import { validate } from '../wire/validate.js';
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
  const endpoint = {
    kind: 'speech',
    voiceId: request.voiceId,
    stream: request.stream ?? true,
    timestamps: request.timestamps ?? true,
  } as const;
  const path = endpointPath(endpoint);
  if (typeof request.voiceId !== 'string' || !matchEndpoint(path)) {
    throw new RelayError(
      `"${request.voiceId}" is not a voice id: one holds letters, digits, "-" and "_" only. Nothing was sent. Take \`voiceId\` from the list of voices.`,
      { code: 'invalid_voice_id' },
    );
  }
  const checked = validate(wireSpeechBody, withoutUndefined(toBody(request)), 'body');
  if (!checked.ok) {
    const faults = checked.issues.map((issue) => `${issue.loc.slice(1).join('.')}: ${issue.msg}`).join('; ');
    throw new RelayError(`The request is out of the API's range: ${faults}. Nothing was sent. Correct these values.`, {
      code: 'invalid_request',
      issues: checked.issues,
    });
  }
  return { endpoint, path: path + toQuery(request), body: checked.value };
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
    previous_text: request.previousText,
    next_text: request.nextText,
    previous_request_ids: request.previousRequestIds?.slice(),
    next_request_ids: request.nextRequestIds?.slice(),
    apply_text_normalization: request.applyTextNormalization,
    apply_language_text_normalization: request.applyLanguageTextNormalization,
    use_pvc_as_ivc: request.usePvcAsIvc,
  };
}

function toQuery(request: SpeechRequest): string {
  const query = new URLSearchParams();
  if (request.enableLogging !== undefined) query.set('enable_logging', String(request.enableLogging));
  if (request.optimizeStreamingLatency != null) {
    query.set('optimize_streaming_latency', String(request.optimizeStreamingLatency));
  }
  if (request.outputFormat !== undefined) query.set('output_format', request.outputFormat);
  const text = query.toString();
  return text && `?${text}`;
}

/** JSON leaves undefined out, and so must the check: a schema takes a missing key, not one that holds undefined. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

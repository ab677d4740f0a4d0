import type { RelayIssue } from '../errors.js';
import { DEFAULT_MODEL, type Model } from '../wire/models.js';
import { DEFAULT_OUTPUT_FORMAT } from '../wire/output-format.js';
import { type WireSpeechBody, type WireSpeechQuery, wireSpeechBody, wireSpeechQuery } from '../wire/speech-body.js';
import { type Checked, validate } from '../wire/validate.js';
import type { AudioEncoder } from './encoders/audio-encoder.js';
import { createAudioEncoder } from './encoders/create-audio-encoder.js';
import { type Refusal, refuse, refuseFields } from './refusal.js';

/** A speech request that the API would accept. */
export interface AcceptedSpeech {
  readonly body: WireSpeechBody;
  readonly model: Model;
  readonly outputFormat: string;
  readonly createEncoder: () => Promise<AudioEncoder>;
  /** Whether numbers and the like are written out before they are spoken. */
  readonly normalized: boolean;
  /** Whether the request is kept in the account's history, so that later ones may follow on from it. */
  readonly logged: boolean;
}

/** What the stand-in knows when a speech request comes. */
export interface SpeechRules {
  readonly models: ReadonlyMap<string, Model>;
  /** Whether a request may be followed on from. */
  readonly isKnown: (requestId: string) => boolean;
}

/** Checks a speech request as the API does: fields first, then what the model and the output format allow, then the ids of other requests. */
export function readSpeechRequest(json: unknown, url: URL, { models, isKnown }: SpeechRules): AcceptedSpeech | Refusal {
  const query = validate(wireSpeechQuery, knownQuery(url), 'query');
  const body = validateOpen(json);
  if (!body.ok) return refuseBody(body.issues.concat(query.ok ? [] : query.issues));
  if (!query.ok) return refuseFields(query.issues);
  const outputFormat = query.value.output_format ?? DEFAULT_OUTPUT_FORMAT;
  const createEncoder = createAudioEncoder(outputFormat);
  if (!createEncoder) {
    return refuse(400, 'invalid_output_format', `The output format ${outputFormat} is not supported for this request.`);
  }
  const id = body.value.model_id ?? DEFAULT_MODEL;
  const model = models.get(id);
  if (!model) return refuse(400, 'model_not_found', `A model with model ID ${id} does not exist.`);
  const accepted = {
    body: body.value,
    model,
    outputFormat,
    createEncoder,
    normalized: isNormalized(body.value, query.value, model),
    logged: query.value.enable_logging !== 'false',
  };
  return refuseForModel(body.value, id, model) ?? refuseForRequests(body.value, isKnown) ?? accepted;
}

/** "auto" is off for the models that cannot have it on, and the highest latency optimization turns it off for all. */
function isNormalized(body: WireSpeechBody, query: WireSpeechQuery, model: Model): boolean {
  const { apply_text_normalization: mode = 'auto' } = body;
  return mode !== 'off' && model.normalizationOn && query.optimize_streaming_latency !== '4';
}

function refuseForRequests(body: WireSpeechBody, isKnown: (requestId: string) => boolean): Refusal | null {
  for (const name of ['previous_request_ids', 'next_request_ids'] as const) {
    const unknown = body[name]?.find((requestId) => !isKnown(requestId));
    if (unknown === undefined) continue;
    return refuse(
      400,
      'invalid_request_id',
      `The request id ${unknown} in ${name} was not found: it is unknown, was not read to its end, is older than two hours, or was sent with enable_logging=false.`,
    );
  }
  return null;
}

function refuseForModel(body: WireSpeechBody, id: string, model: Model): Refusal | null {
  const characters = Array.from(body.text).length;
  if (body.text.trim() === '') return refuse(400, 'input_text_empty', 'Input text cannot be empty.');
  if (characters > model.maxCharacters) {
    return refuse(
      400,
      'max_character_limit_exceeded',
      `This request's text has ${characters} characters and exceeds the character limit of ${model.maxCharacters} characters for model ${id}.`,
    );
  }
  if (body.language_code && !model.languageCode) {
    return refuse(400, 'unsupported_language_code', `Model ${id} does not support the language_code parameter.`);
  }
  if (
    !model.stitching &&
    (body.previous_text || body.next_text || body.previous_request_ids?.length || body.next_request_ids?.length)
  ) {
    return refuse(
      400,
      'unsupported_parameter',
      `Providing previous_text or next_text is not yet supported with the ${id} model.`,
    );
  }
  if (body.apply_text_normalization === 'on' && !model.normalizationOn) {
    return refuse(400, 'unsupported_parameter', `apply_text_normalization cannot be turned on for model ${id}.`);
  }
  return null;
}

/** A voice setting out of its range is a 400 of its own; everything else that does not fit is a 422. */
function refuseBody(issues: readonly RelayIssue[]): Refusal {
  const outOfRange = (issue: RelayIssue) => issue.loc[1] === 'voice_settings' && /\.(min|max)_value$/.test(issue.type);
  if (!issues.every(outOfRange)) return refuseFields(issues);
  const names = issues.map((issue) => issue.loc.slice(2).join('.')).join(', ');
  return refuse(400, 'invalid_voice_settings', `Invalid setting for ${names}, expected a value in its range.`);
}

/** The API ignores fields that it does not know, at any depth. */
function validateOpen(json: unknown): Checked<WireSpeechBody> {
  const first = validate(wireSpeechBody, json, 'body');
  if (first.ok || !first.issues.some(isUnknown)) return first;
  const known = structuredClone(json);
  for (const issue of first.issues.filter(isUnknown)) removeAt(known, issue.loc.slice(1));
  return validate(wireSpeechBody, known, 'body');
}

const isUnknown = (issue: RelayIssue) => issue.type === 'extra_forbidden';

function removeAt(value: unknown, path: readonly (string | number)[]): void {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null || step === undefined) return;
  if (rest.length === 0) Reflect.deleteProperty(value, step);
  else removeAt(Reflect.get(value, step), rest);
}

function knownQuery(url: URL): Record<string, string> {
  return Object.fromEntries([...url.searchParams].filter(([name]) => Object.hasOwn(wireSpeechQuery.entries, name)));
}

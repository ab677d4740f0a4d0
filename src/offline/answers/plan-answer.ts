import { type Endpoint, endpointMethod, matchEndpoint } from '../../wire/endpoint.js';
import { API_KEY_HEADER } from '../../wire/headers.js';
import { type AcceptedSpeech, readSpeechRequest, type SpeechRules } from '../read-speech-request.js';
import { type Refusal, refuse, refuseFields, refuseRoute } from '../refusal.js';
import { listVoices } from '../voices/list-voices.js';
import type { VoiceRecord } from '../voices/voice-record.js';

/** What the API would do with a request. */
export type Plan =
  | { kind: 'refuse'; endpoint: Endpoint | null; refusal: Refusal }
  | { kind: 'list'; endpoint: Endpoint; json: object }
  | { kind: 'speak'; endpoint: Extract<Endpoint, { kind: 'speech' }>; speech: AcceptedSpeech; language: string };

/** What the stand-in goes by. */
export interface PlanRules extends SpeechRules {
  /** The only key that is accepted, or undefined for any that is not empty. */
  readonly apiKey: string | undefined;
  readonly voices: readonly VoiceRecord[];
}

/** Finds out what the API would do: its route, its key, its fields, its voices, in that order. */
export async function planAnswer(request: Request, rules: PlanRules): Promise<Plan> {
  const url = new URL(request.url);
  const endpoint = matchEndpoint(url.pathname);
  if (!endpoint) return { kind: 'refuse', endpoint, refusal: refuseRoute(404) };
  if (request.method !== endpointMethod(endpoint)) return { kind: 'refuse', endpoint, refusal: refuseRoute(405) };
  const refusal = refuseKey(request.headers.get(API_KEY_HEADER), rules.apiKey);
  if (refusal) return { kind: 'refuse', endpoint, refusal };
  if (endpoint.kind === 'voices') {
    const page = listVoices(rules.voices, url.searchParams);
    return 'status' in page ? { kind: 'refuse', endpoint, refusal: page } : { kind: 'list', endpoint, json: page };
  }
  const voice = rules.voices.find(({ voice_id: id }) => id === endpoint.voiceId);
  const unknown = refuse(404, 'voice_not_found', `A voice with the voice_id ${endpoint.voiceId} was not found.`);
  const missing: Plan = { kind: 'refuse', endpoint, refusal: unknown };
  if (endpoint.kind === 'voice') return voice ? { kind: 'list', endpoint, json: voice } : missing;
  const body = await readJson(request);
  const speech = 'fault' in body ? body.fault : readSpeechRequest(body.json, url, rules);
  if ('status' in speech) return { kind: 'refuse', endpoint, refusal: speech };
  if (!voice) return missing;
  return { kind: 'speak', endpoint, speech, language: speech.body.language_code ?? voice.labels?.language ?? 'en' };
}

function refuseKey(given: string | null, apiKey: string | undefined): Refusal | null {
  if (!given) {
    return refuse(
      401,
      'needs_authorization',
      'Neither authorization header nor xi-api-key received, please provide one.',
    );
  }
  return apiKey === undefined || given === apiKey ? null : refuse(401, 'invalid_api_key', 'Invalid API key');
}

async function readJson(request: Request): Promise<{ json: unknown } | { fault: Refusal }> {
  const text = await request.text();
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { fault: refuseFields([{ loc: ['body', 0], msg: 'JSON decode error', type: 'json_invalid' }]) };
  }
}

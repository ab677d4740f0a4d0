import { RelayError } from '../errors.js';
import { endpointPath } from '../wire/endpoint.js';
import { isErrorBody, readErrorBody } from '../wire/error-body.js';
import { validate } from '../wire/validate.js';
import { wireVoicesQuery } from '../wire/voices-query.js';
import { adviceOn, explained } from './advice.js';
import { withoutApiKeys } from './api-key.js';
import { outOfRange } from './out-of-range.js';
import { readVoice, readVoicePage } from './read-voice.js';
import type { RelayFetch } from './relay-fetch.js';
import type { Voice, VoicePage } from './voice.js';
import type { VoicesQuery } from './voices-query.js';
import { checkVoiceId } from './wire-request.js';

/** Asks for a page of voices. */
export async function listVoices(
  send: RelayFetch,
  query: VoicesQuery,
  signal: AbortSignal | undefined,
): Promise<VoicePage> {
  const response = await send(endpointPath({ kind: 'voices' }) + toSearch(query), { method: 'GET', signal });
  const page = (await readJson(response, readVoicePage, signal)) ?? notVoices(response);
  // The API answers 0 where it was told not to count, which would pass for "no voices".
  return query.includeTotalCount === false ? { ...page, totalCount: null } : page;
}

/** Asks for one voice. */
export async function getVoice(send: RelayFetch, voiceId: string, signal: AbortSignal | undefined): Promise<Voice> {
  checkVoiceId(voiceId);
  const response = await send(endpointPath({ kind: 'voice', voiceId }), { method: 'GET', signal });
  return (await readJson(response, readVoice, signal)) ?? notVoices(response);
}

/** Arrays repeat their key, as the API reads them. */
function toSearch(query: VoicesQuery): string {
  const text = (value: unknown): string | undefined => (value == null ? undefined : String(value));
  const fields = {
    next_page_token: text(query.nextPageToken),
    page_size: text(query.pageSize),
    search: text(query.search),
    sort: text(query.sort),
    sort_direction: text(query.sortDirection),
    voice_type: text(query.voiceType),
    category: text(query.category),
    fine_tuning_state: text(query.fineTuningState),
    collection_id: text(query.collectionId),
    include_total_count: text(query.includeTotalCount),
    voice_ids: query.voiceIds ? [...query.voiceIds] : undefined,
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const checked = validate(wireVoicesQuery, given, 'query');
  if (!checked.ok) throw outOfRange(checked.issues);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(checked.value)) {
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, item);
  }
  const asText = search.toString();
  return asText && `?${asText}`;
}

async function readJson<T>(
  response: Response,
  read: (body: unknown) => T | null,
  signal: AbortSignal | undefined,
): Promise<T | null> {
  let body: unknown = null;
  try {
    body = await response.json();
  } catch {
    signal?.throwIfAborted();
  }
  if (isErrorBody(body)) throw errorInPlaceOfVoices(response, body);
  return read(body);
}

/** An error object after a status of success: its own words say more than that there are no voices. */
function errorInPlaceOfVoices(response: Response, body: unknown): RelayError {
  const { code, message, requestId, issues } = readErrorBody(body);
  const said = withoutApiKeys(message ?? 'no reason given');
  return new RelayError(
    `The speech service answered with an error, so there is no voice to choose from: ${explained(said, '', adviceOn(code) ?? 'Ask again in a moment.')}`,
    { status: response.status, code, issues, requestId: requestId ?? response.headers.get('request-id') },
  );
}

function notVoices(response: Response): never {
  throw new RelayError(
    "The answer holds no voices, so there is none to choose from. Check what answers at the relay's url.",
    { status: response.status, code: 'not_voices', requestId: response.headers.get('request-id') },
  );
}

import * as v from 'valibot';
import { validate } from '../../wire/validate.js';
import { wireVoicesQuery } from '../../wire/voices-query.js';
import { type Refusal, refuseFields } from '../refusal.js';
import type { VoiceRecord } from './voice-record.js';
import { isInCollection } from './voices.js';

/** The API ignores parameters that it does not know. */
const openQuery = v.object({ ...wireVoicesQuery.entries, voice_ids: v.pipe(v.array(v.string()), v.maxLength(100)) });

type VoicesQuery = v.InferOutput<typeof openQuery>;

/** The body of `GET /v2/voices`. The page token is opaque: which voice comes next. */
export interface VoicesPage {
  readonly voices: readonly VoiceRecord[];
  readonly has_more: boolean;
  readonly total_count: number;
  readonly next_page_token: string | null;
}

/** One page of the voices that fit a query string, or the API's 422. */
export function listVoices(voices: readonly VoiceRecord[], parameters: URLSearchParams): VoicesPage | Refusal {
  const query = validate(
    openQuery,
    { ...Object.fromEntries(parameters), voice_ids: parameters.getAll('voice_ids') },
    'query',
  );
  if (!query.ok) return refuseFields(query.issues);
  const found = sortVoices(
    voices.filter((voice) => fits(voice, query.value)),
    query.value,
  );
  const { next_page_token: token, page_size: size = '10', include_total_count: counted } = query.value;
  const after = token === undefined ? -1 : found.findIndex((voice) => pageToken(voice) === token);
  if (token !== undefined && after < 0) {
    return refuseFields([{ loc: ['query', 'next_page_token'], msg: 'Invalid page token', type: 'value_error' }]);
  }
  const until = after + 1 + Number(size);
  const page = found.slice(after + 1, until);
  const last = page.at(-1);
  const more = until < found.length;
  return {
    voices: page,
    has_more: more,
    total_count: counted === 'false' ? 0 : found.length,
    next_page_token: more && last ? pageToken(last) : null,
  };
}

const pageToken = (voice: VoiceRecord) => btoa(`after:${voice.voice_id}`);

function fits(voice: VoiceRecord, query: VoicesQuery): boolean {
  if (query.voice_ids.length > 0 && !query.voice_ids.includes(voice.voice_id)) return false;
  if (query.category && voice.category !== query.category) return false;
  if (query.voice_type && !typesOf(voice).includes(query.voice_type)) return false;
  if (query.fine_tuning_state && !Object.values(voice.fine_tuning?.state ?? {}).includes(query.fine_tuning_state))
    return false;
  if (query.collection_id && !isInCollection(voice, query.collection_id)) return false;
  return !query.search || searchedText(voice).includes(query.search.trim().toLocaleLowerCase());
}

/** The API searches name, description, labels and category. */
function searchedText(voice: VoiceRecord): string {
  return [voice.name, voice.description, voice.category, ...Object.values(voice.labels ?? {})]
    .join('\n')
    .toLocaleLowerCase();
}

function typesOf(voice: VoiceRecord): string[] {
  if (voice.category === 'premade') return ['default'];
  return voice.is_owner ? ['personal', 'workspace', 'non-default'] : ['community', 'non-default'];
}

function sortVoices(voices: VoiceRecord[], { sort, sort_direction: direction }: VoicesQuery): VoiceRecord[] {
  if (!sort) return voices;
  const sign = (direction ?? (sort === 'name' ? 'asc' : 'desc')) === 'desc' ? -1 : 1;
  return voices.toSorted((a, b) => {
    if (sort === 'name') return sign * (a.name ?? '').localeCompare(b.name ?? '', 'en');
    return sign * ((a.created_at_unix ?? 0) - (b.created_at_unix ?? 0));
  });
}

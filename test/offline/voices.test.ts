import { describe, expect, test } from 'vitest';
import { askVoices, instantTones } from './ask.js';

const FIELDS = [
  'voice_id',
  'name',
  'samples',
  'category',
  'fine_tuning',
  'labels',
  'description',
  'preview_url',
  'available_for_tiers',
  'settings',
  'sharing',
  'high_quality_base_model_ids',
  'verified_languages',
  'safety_control',
  'voice_verification',
  'permission_on_resource',
  'is_owner',
  'is_legacy',
  'is_mixed',
  'created_at_unix',
];

async function get(path: string) {
  const response = await instantTones()(askVoices(path));
  return { status: response.status, json: await response.json() };
}

const namesOf = (json: { voices: { name: string }[] }) => json.voices.map((voice) => voice.name);

describe('the list of voices', () => {
  test('has 40 voices with the 20 documented fields, ids like real ones, and a few fields null or missing', async () => {
    const { json } = await get('/v2/voices?page_size=100');
    const voices: Record<string, unknown>[] = json.voices;
    expect(voices).toHaveLength(40);
    expect(new Set(voices.map((voice) => voice.voice_id)).size).toBe(40);
    expect(voices.every((voice) => /^[A-Za-z0-9]{20}$/.test(String(voice.voice_id)))).toBe(true);
    expect(voices.every((voice) => Object.keys(voice).every((field) => FIELDS.includes(field)))).toBe(true);
    expect(FIELDS.every((field) => voices.some((voice) => voice[field] != null))).toBe(true);
    const optional = ['description', 'preview_url', 'settings', 'sharing', 'created_at_unix', 'is_mixed'];
    for (const field of optional) expect(voices.some((voice) => voice[field] == null)).toBe(true);
  });

  test('gives ten voices a page, by tokens, each voice once', async () => {
    const ids: string[] = [];
    let token: string | null = '';
    let pages = 0;
    while (token !== null) {
      const { json } = await get(`/v2/voices${token ? `?next_page_token=${encodeURIComponent(token)}` : ''}`);
      ids.push(...json.voices.map((voice: { voice_id: string }) => voice.voice_id));
      expect(json.has_more).toBe(json.next_page_token !== null);
      expect(json.total_count).toBe(40);
      token = json.next_page_token;
      pages++;
    }
    expect([pages, new Set(ids).size]).toEqual([4, 40]);
  });

  test.each<[string, string, (voice: Record<string, never>) => boolean, number]>([
    ['category', 'category=generated', (voice) => voice.category === 'generated', 5],
    ['type default', 'voice_type=default', (voice) => voice.category === 'premade', 9],
    ['type non-default', 'voice_type=non-default', (voice) => voice.category !== 'premade', 31],
    ['type personal', 'voice_type=personal', (voice) => voice.is_owner === true, 10],
    [
      'state of fine tuning',
      'fine_tuning_state=fine_tuning',
      (voice) => JSON.stringify(voice.fine_tuning).includes('"fine_tuning"'),
      3,
    ],
    ['a word in labels', 'search=Scottish', (voice) => JSON.stringify(voice.labels).includes('scottish'), 1],
    ['a name in another script', `search=${encodeURIComponent('さくら')}`, (voice) => voice.name === 'さくら', 1],
    ['ids', 'voice_ids=JBFqnCBsd6RMkjVDRZzb&voice_ids=21m00Tcm4TlvDq8ikWAM', () => true, 2],
    ['a collection', 'collection_id=abc', () => false, 0],
  ])('is filtered by %s', async (_name, query, fits, count) => {
    const { status, json } = await get(`/v2/voices?page_size=100&${query}`);
    expect(status).toBe(200);
    expect(json.voices.every(fits)).toBe(true);
    expect([json.voices.length, json.total_count]).toEqual([count, count]);
  });

  test('is sorted by name or by age, either way', async () => {
    const up = namesOf((await get('/v2/voices?page_size=100&sort=name&sort_direction=asc')).json);
    const down = namesOf((await get('/v2/voices?page_size=100&sort=name&sort_direction=desc')).json);
    expect(up[0]).toBe('Anneliese');
    expect(down).toEqual(up.toReversed());
    const { json } = await get('/v2/voices?page_size=100&sort=created_at_unix&sort_direction=desc');
    const ages: number[] = json.voices.map((voice: { created_at_unix: number | null }) => voice.created_at_unix ?? 0);
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
  });

  test('leaves the total out when asked to', async () => {
    expect((await get('/v2/voices?include_total_count=false')).json.total_count).toBe(0);
  });

  test.each(['page_size=0', 'page_size=101', 'page_size=ten', 'sort=age', 'category=robots', 'next_page_token=bogus'])(
    'refuses %s by name',
    async (query) => {
      const { status, json } = await get(`/v2/voices?${query}`);
      expect(status).toBe(422);
      expect(json.detail[0].loc).toEqual(['query', query.split('=')[0]]);
    },
  );
});

describe('one voice', () => {
  test('is the one in the list', async () => {
    const [{ json: voice }, { json: page }] = await Promise.all([
      get('/v1/voices/JBFqnCBsd6RMkjVDRZzb'),
      get('/v2/voices?voice_ids=JBFqnCBsd6RMkjVDRZzb'),
    ]);
    expect(voice).toEqual(page.voices[0]);
    expect(voice.name).toBe('George');
  });

  test('is a 404 where there is none', async () => {
    const { status, json } = await get('/v1/voices/AAAAAAAAAAAAAAAAAAAA');
    expect([status, json.detail.status]).toEqual([404, 'voice_not_found']);
  });
});

import type { Voice, VoicePage, VoicesQuery } from 'react-readalong';
import { expect } from 'vitest';
import type { Name } from './names.js';
import { VOICE, type World } from './world.js';

/** How a parameter of the list of voices goes all the way. */
export interface VoicesParameterRow {
  readonly name: Name<'voices parameter'>;
  readonly option: keyof VoicesQuery;
  readonly query: VoicesQuery;
  /** What travels: each repeat of the parameter. */
  readonly wire: readonly string[];
  /** What client, relay and stand-in each refuse; null where any text may be meant. */
  readonly wrong: string | null;
  readonly standIn: string;
  readonly proof: (page: VoicePage, world: World) => Promise<void> | void;
  readonly because?: string;
}

const each = (fits: (voice: Voice) => boolean, count: number) => (page: VoicePage) => {
  expect(page.totalCount).toBe(count);
  expect(page.voices.length).toBe(Math.min(10, count));
  expect(page.voices.every(fits)).toBe(true);
};

export const VOICES_PARAMETERS: readonly VoicesParameterRow[] = [
  {
    name: 'next_page_token',
    option: 'nextPageToken',
    query: { nextPageToken: btoa(`after:${VOICE}`) },
    wire: [btoa(`after:${VOICE}`)],
    wrong: null,
    standIn: 'goes on after the page that gave it, and refuses a token that it never gave',
    proof: async (_, { relay }) => {
      const seen: string[] = [];
      let page = await relay.listVoices();
      for (; page.hasMore; page = await relay.listVoices({ nextPageToken: page.nextPageToken })) {
        seen.push(...page.voices.map(({ voiceId }) => voiceId));
      }
      seen.push(...page.voices.map(({ voiceId }) => voiceId));
      expect([seen.length, new Set(seen).size]).toEqual([40, 40]);
      await expect(relay.listVoices({ nextPageToken: 'never given' })).rejects.toMatchObject({ status: 422 });
    },
    because: 'A token is opaque: only the API can tell a wrong one.',
  },
  {
    name: 'page_size',
    option: 'pageSize',
    query: { pageSize: 7 },
    wire: ['7'],
    wrong: '101',
    standIn: 'gives that many, 10 without it, 100 at most',
    proof: async (page, { relay }) => {
      expect(page.voices).toHaveLength(7);
      expect((await relay.listVoices()).voices).toHaveLength(10);
      expect((await relay.listVoices({ pageSize: 100 })).voices).toHaveLength(40);
    },
  },
  {
    name: 'search',
    option: 'search',
    query: { search: 'Scottish' },
    wire: ['Scottish'],
    wrong: null,
    standIn: 'looks in name, description, labels and category',
    proof: each((voice) => voice.labels?.accent === 'scottish', 1),
    because: 'Any text may be looked for.',
  },
  {
    name: 'sort',
    option: 'sort',
    query: { sort: 'name' },
    wire: ['name'],
    wrong: 'age',
    standIn: 'sorts by name, or by the time of creation',
    proof: async ({ voices }, { relay }) => {
      const names = voices.map(({ name }) => name ?? '');
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
      const byAge = (await relay.listVoices({ sort: 'created_at_unix' })).voices.map(
        (voice) => voice.createdAtUnix ?? 0,
      );
      expect(byAge).toEqual(byAge.toSorted((a, b) => b - a));
    },
  },
  {
    name: 'sort_direction',
    option: 'sortDirection',
    query: { sort: 'name', sortDirection: 'desc', pageSize: 100 },
    wire: ['desc'],
    wrong: 'up',
    standIn: 'sorts the other way round',
    proof: async ({ voices }, { relay }) => {
      const up = (await relay.listVoices({ sort: 'name', sortDirection: 'asc', pageSize: 100 })).voices;
      expect(voices.map(({ name }) => name)).toEqual(up.map(({ name }) => name).reverse());
    },
  },
  {
    name: 'voice_type',
    option: 'voiceType',
    query: { voiceType: 'personal' },
    wire: ['personal'],
    wrong: 'saved',
    standIn: 'gives the voices of that type, for each of the five',
    proof: async (page, { relay }) => {
      each((voice) => voice.isOwner === true, 10)(page);
      const count = async (voiceType: VoicesQuery['voiceType']) => (await relay.listVoices({ voiceType })).totalCount;
      expect(await count('default')).toBe(9);
      expect(await count('community')).toBe(21);
      expect(await count('workspace')).toBe(10);
      expect(await count('non-default')).toBe(31);
    },
  },
  {
    name: 'category',
    option: 'category',
    query: { category: 'cloned' },
    wire: ['cloned'],
    wrong: 'robots',
    standIn: 'gives the voices of that category',
    proof: each((voice) => voice.category === 'cloned', 5),
  },
  {
    name: 'fine_tuning_state',
    option: 'fineTuningState',
    query: { fineTuningState: 'fine_tuning' },
    wire: ['fine_tuning'],
    wrong: 'ready',
    standIn: 'gives the professional voices in that state',
    proof: each((voice) => voice.category === 'professional', 3),
  },
  {
    name: 'collection_id',
    option: 'collectionId',
    query: { collectionId: 'a' },
    wire: ['a'],
    wrong: null,
    standIn: 'finds none',
    proof: each(() => false, 0),
    because: 'No voice of the stand-in is in a collection, and any text may be the id of one.',
  },
  {
    name: 'include_total_count',
    option: 'includeTotalCount',
    query: { includeTotalCount: false },
    wire: ['false'],
    wrong: 'perhaps',
    standIn: 'counts only where it is asked to',
    proof: async (page, { relay }) => {
      expect(page.totalCount).toBeNull();
      expect((await relay.listVoices({ includeTotalCount: true })).totalCount).toBe(40);
    },
  },
  {
    name: 'voice_ids',
    option: 'voiceIds',
    query: { voiceIds: [VOICE, '21m00Tcm4TlvDq8ikWAM'] },
    wire: [VOICE, '21m00Tcm4TlvDq8ikWAM'],
    wrong: '',
    standIn: 'gives those, at most 100',
    proof: async ({ voices }, { relay, toRelay, toApi }) => {
      expect(voices.map(({ voiceId }) => voiceId).sort()).toEqual(['21m00Tcm4TlvDq8ikWAM', VOICE]);
      const voiceIds = Array.from({ length: 101 }, (_, index) => `voice${index}`);
      await expect(relay.listVoices({ voiceIds })).rejects.toMatchObject({ status: null, code: 'invalid_request' });
      const path = `/v2/voices?${voiceIds.map((id) => `voice_ids=${id}`).join('&')}`;
      expect([(await toRelay(path)).status, (await toApi(path)).status]).toEqual([422, 422]);
    },
  },
];

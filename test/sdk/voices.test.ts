import type { Voice, VoicesQuery } from 'react-readalong';
import { expect, test } from 'vitest';
import { bothClients, VOICE } from './both-clients.js';

/** The official client turns null into undefined. */
const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, without(inner)] as const)
      .filter(([, inner]) => inner !== undefined),
  );
};
const byId = (voices: readonly Pick<Voice, 'voiceId'>[]) => voices.map(({ voiceId }) => voiceId);

test.each<[string, VoicesQuery & { voiceIds?: string[] }]>([
  ['nothing', {}],
  ['page size', { pageSize: 100 }],
  ['search', { search: 'Scottish' }],
  ['sorting', { sort: 'name', sortDirection: 'desc', pageSize: 40 }],
  ['voice type', { voiceType: 'personal' }],
  ['category', { category: 'generated' }],
  ['fine tuning state', { fineTuningState: 'fine_tuned' }],
  ['collection', { collectionId: 'a' }],
  ['one id', { voiceIds: [VOICE] }],
  ['ids', { voiceIds: [VOICE, '21m00Tcm4TlvDq8ikWAM'] }],
])('the official client and ours list the same voices by %s', async (_, query) => {
  const { sdk, relay } = await bothClients();
  const { nextPageToken, ...named } = query;
  const theirs = await sdk.voices.search({
    ...(nextPageToken ? { nextPageToken } : {}),
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null)),
  });
  const ours = await relay.listVoices(query);
  expect(without(ours.voices)).toEqual(without(theirs.voices));
  expect([ours.hasMore, ours.totalCount, ours.nextPageToken]).toEqual([
    theirs.hasMore,
    theirs.totalCount,
    theirs.nextPageToken ?? null,
  ]);
});

test('the official client and ours page through the same voices', async () => {
  const { sdk, relay } = await bothClients();
  const [theirs, ours]: string[][] = [[], []];
  let token: string | undefined;
  do {
    const page = await sdk.voices.search({ pageSize: 7, ...(token ? { nextPageToken: token } : {}) });
    theirs?.push(...byId(page.voices));
    token = page.nextPageToken;
  } while (token);
  let page = await relay.listVoices({ pageSize: 7 });
  ours?.push(...byId(page.voices));
  while (page.hasMore) {
    page = await relay.listVoices({ pageSize: 7, nextPageToken: page.nextPageToken });
    ours?.push(...byId(page.voices));
  }
  expect(ours).toEqual(theirs);
  expect(ours).toHaveLength(40);
});

test.each([{}, { withSettings: true }, { withSettings: false }])(
  'the official client and ours get the same voice (%o)',
  async (options) => {
    const { sdk, relay } = await bothClients();
    expect(without(await relay.getVoice(VOICE))).toEqual(without(await sdk.voices.get(VOICE, options)));
  },
);

test('neither sees what is private', async () => {
  const { sdk, relay } = await bothClients();
  const pages = [await sdk.voices.search({ pageSize: 100 }), await relay.listVoices({ pageSize: 100 })];
  for (const { voices } of pages) {
    expect(voices).toHaveLength(40);
    expect(JSON.stringify(voices)).not.toMatch(/owner@example\.com|whitelisted|recording|consent/);
    expect(
      voices.some(({ samples, fineTuning, voiceVerification }) => samples || fineTuning || voiceVerification),
    ).toBe(false);
  }
});

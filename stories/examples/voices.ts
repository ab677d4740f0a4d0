import { QueryClient } from '@tanstack/react-query';
import { voiceQueryOptions, voicesQueryOptions } from 'react-readalong';
import { createTonesRelay } from '../tones-relay.js';

/** Voices by TanStack Query without a component: for a loader, a server, a test. */
export default async function fetchVoices() {
  const { relay } = createTonesRelay();
  const client = new QueryClient();
  const { pages } = await client.fetchInfiniteQuery(voicesQueryOptions(relay, { search: 'irish' }));
  const [first] = pages.flatMap(({ voices }) => voices);
  if (!first) return 'There is no such voice.';
  const { name, labels } = await client.fetchQuery(voiceQueryOptions(relay, first.voiceId));
  return { name, labels };
}

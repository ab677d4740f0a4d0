import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { RelayError } from '../../errors.js';
import type { Relay } from '../../relay/relay.js';
import type { VoicesQuery } from '../../relay/voices-query.js';

/** Milliseconds. Voices change seldom, and asking for them is slow. */
const FRESH = 5 * 60_000;
const TRIES = 3;

/** Only what may pass by itself is asked for again: no answer, too many requests, a fault of the server. */
function retry(failures: number, error: Error): boolean {
  if (!(error instanceof RelayError) || failures >= TRIES) return false;
  return error.code === 'relay_unreachable' || error.status === 429 || (error.status ?? 0) >= 500;
}

/** Milliseconds: what the server asked for, else 1, 2, 4 seconds. */
function retryDelay(failures: number, error: Error): number {
  const asked = error instanceof RelayError ? error.retryAfter : null;
  return 1000 * (asked ?? 2 ** failures);
}

/** TanStack Query options for a list of voices, a page at a time: for prefetching, or a query of your own. */
export function voicesQueryOptions(relay: Relay, query: VoicesQuery = {}) {
  return infiniteQueryOptions({
    queryKey: ['readalong', relay.url, 'voices', query],
    // A total costs the API time, and no page depends on it.
    queryFn: ({ pageParam, signal }) =>
      relay.listVoices({ includeTotalCount: false, ...query, nextPageToken: pageParam }, { signal }),
    initialPageParam: query.nextPageToken ?? null,
    // A token that came before would lead round in a circle.
    getNextPageParam: ({ hasMore, nextPageToken }, _pages, _token, tokens) =>
      hasMore && !tokens.includes(nextPageToken) ? nextPageToken : null,
    staleTime: FRESH,
    // It would ask for all pages that are here, one after the other.
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    retry,
    retryDelay,
  });
}

/** TanStack Query options for one voice. */
export function voiceQueryOptions(relay: Relay, voiceId: string) {
  return queryOptions({
    queryKey: ['readalong', relay.url, 'voice', voiceId],
    queryFn: ({ signal }) => relay.getVoice(voiceId, { signal }),
    staleTime: FRESH,
    retry,
    retryDelay,
  });
}

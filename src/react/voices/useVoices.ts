'use client';

import {
  hashKey,
  keepPreviousData,
  QueryClient,
  QueryClientContext,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useContext, useEffect, useMemo, useState } from 'react';
import { missingRelay } from '../../relay/missing-relay.js';
import type { Relay } from '../../relay/relay.js';
import type { VoicesQuery } from '../../relay/voices-query.js';
import { uniqueVoices } from '../../voices/unique-voices.js';
import { useSpeechEnvironment } from '../SpeechProvider.js';
import { voiceQueryOptions, voicesQueryOptions } from './voice-queries.js';

export interface UseVoicesOptions {
  /** Whether anything is asked for. @default true */
  enabled?: boolean;
  /** Whether the page after the last one that is shown is fetched ahead, one request more. @default true */
  prefetch?: boolean;
}

/**
 * The account's voices, a page at a time: TanStack Query's infinite result, with the pages that were asked for in one list, each
 * voice once. The next page is fetched ahead and shown by `fetchNextPage`; while another search runs the last results stay, and a
 * search that was overtaken is cancelled.
 *
 * @example
 * const { voices, hasNextPage, fetchNextPage, error } = useVoices({ search: 'narrator' })
 */
export function useVoices(query: VoicesQuery = {}, { enabled = true, prefetch = true }: UseVoicesOptions = {}) {
  const { relay, queryClient } = useVoiceSource();
  const options = voicesQueryOptions(relay, query);
  const result = useInfiniteQuery({ ...options, enabled, placeholderData: keepPreviousData }, queryClient);
  const { isFetching, isFetchNextPageError, isPlaceholderData } = result;
  const pages = result.data?.pages;
  const here = pages?.length ?? 0;

  const key = hashKey(options.queryKey);
  const [asked, setAsked] = useState({ key, pages: 1 });
  const wanted = asked.key === key || isPlaceholderData ? asked.pages : 1;
  const isWaiting = here > 0 && wanted > here;
  // The first page repeats default voices, and a list may change between two pages.
  const voices = useMemo(
    () => uniqueVoices((pages?.slice(0, wanted) ?? []).flatMap((page) => page.voices)),
    [pages, wanted],
  );

  const lacks = prefetch ? here <= wanted : here < wanted;
  const goesOn = enabled && here > 0 && lacks && result.hasNextPage && !isFetching && !isFetchNextPageError;
  // A refetch that is under way is not thrown away for the page after it.
  const fetchOn = () => result.fetchNextPage({ cancelRefetch: false });
  useEffect(() => {
    if (goesOn && !isPlaceholderData) void fetchOn();
  });

  function fetchNextPage(): Promise<unknown> {
    if (isPlaceholderData || !(here > wanted || result.hasNextPage)) return Promise.resolve();
    const next = Math.min(wanted, here) + 1;
    setAsked((before) => (before.key === key && before.pages === next ? before : { key, pages: next }));
    return here > wanted ? Promise.resolve() : fetchOn();
  }

  // A page that failed before anybody asked for it is nobody's error: it is asked for again with `fetchNextPage`.
  const isQuiet = isFetchNextPageError && !isWaiting;
  return {
    ...result,
    voices,
    hasNextPage: here > wanted || result.hasNextPage,
    isFetchingNextPage: result.isFetchingNextPage && isWaiting,
    fetchNextPage,
    isFetchNextPageError: isFetchNextPageError && isWaiting,
    error: isQuiet ? null : result.error,
    status: isQuiet ? ('success' as const) : result.status,
    isError: !isQuiet && result.isError,
    isSuccess: isQuiet || result.isSuccess,
  };
}

/**
 * One voice by its id: TanStack Query's result. With null, or an empty id, nothing is asked for.
 *
 * @example
 * const { data: voice, error } = useVoice('JBFqnCBsd6RMkjVDRZzb')
 */
export function useVoice(voiceId: string | null) {
  const { relay, queryClient } = useVoiceSource();
  const id = voiceId ?? '';
  return useQuery({ ...voiceQueryOptions(relay, id), enabled: id !== '' }, queryClient);
}

export type UseVoicesResult = ReturnType<typeof useVoices>;
export type UseVoiceResult = ReturnType<typeof useVoice>;

/** Without a provider the hooks say so in their `error`; they never throw. */
function useVoiceSource(): { relay: Relay; queryClient: QueryClient } {
  const environment = useSpeechEnvironment();
  const nearest = useContext(QueryClientContext);
  const [own] = useState(() => new QueryClient());
  const source = environment ?? { relay: missingRelay, queryClient: nearest ?? own };
  const { queryClient } = source;
  // One that no QueryClientProvider has mounted would not hear that the connection is back. It counts who mounts it.
  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  return source;
}

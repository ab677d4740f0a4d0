'use client';

import { QueryClient, QueryClientContext, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useContext, useMemo, useState } from 'react';
import { missingRelay } from '../relay/missing-relay.js';
import type { Relay } from '../relay/relay.js';
import type { Voice } from '../relay/voice.js';
import type { VoicesQuery } from '../relay/voices-query.js';
import { useSpeechEnvironment } from './SpeechProvider.js';
import { voiceQueryOptions, voicesQueryOptions } from './voice-queries.js';

/**
 * The account's voices, a page at a time: TanStack Query's infinite result, with all pages in one list.
 *
 * @example
 * const { voices, hasNextPage, fetchNextPage, error } = useVoices({ search: 'narrator' })
 */
export function useVoices(query: VoicesQuery = {}) {
  const { relay, queryClient } = useVoiceSource();
  const result = useInfiniteQuery(voicesQueryOptions(relay, query), queryClient);
  const pages = result.data?.pages;
  const voices = useMemo(() => unique(pages?.flatMap((page) => page.voices) ?? []), [pages]);
  return { ...result, voices };
}

/**
 * One voice by its id: TanStack Query's result.
 *
 * @example
 * const { data: voice, error } = useVoice('JBFqnCBsd6RMkjVDRZzb')
 */
export function useVoice(voiceId: string) {
  const { relay, queryClient } = useVoiceSource();
  return useQuery(voiceQueryOptions(relay, voiceId), queryClient);
}

export type UseVoicesResult = ReturnType<typeof useVoices>;
export type UseVoiceResult = ReturnType<typeof useVoice>;

/** Without a provider the hooks say so in their `error`; they never throw. */
function useVoiceSource(): { relay: Relay; queryClient: QueryClient } {
  const environment = useSpeechEnvironment();
  const nearest = useContext(QueryClientContext);
  const [own] = useState(() => new QueryClient());
  return environment ?? { relay: missingRelay, queryClient: nearest ?? own };
}

/** The first page repeats default voices, and a list may change between two pages. */
function unique(voices: readonly Voice[]): readonly Voice[] {
  return [...new Map(voices.map((voice) => [voice.voiceId, voice])).values()];
}

'use client';

import { useMemo } from 'react';
import type { Voice } from '../../relay/voice.js';
import type { VoicesQuery } from '../../relay/voices-query.js';
import { searchVoices } from '../../voices/search-voices.js';
import { uniqueVoices } from '../../voices/unique-voices.js';
import { filterVoices, serverFilters, type VoiceFilters } from '../../voices/voice-filters.js';
import type { RememberedVoices } from '../../voices/voice-memory.js';
import { listRows, pinVoices } from '../../voices/voice-rows.js';
import { usePinnedVoices } from './usePinnedVoices.js';
import { useVoices } from './useVoices.js';

export interface UseVoiceRowsOptions {
  /** An app's own list: nothing is asked for then. */
  voices?: readonly Voice[] | undefined;
  query?: VoicesQuery | undefined;
  search: string;
  filters: VoiceFilters;
  chosen: string | null;
  /** As it was when the list was opened: rows do not move under the hand. */
  remembered: RememberedVoices;
  /** As for `usePinnedVoices`. */
  seen: Map<string, Voice>;
  /** In which an app's own voices are searched, beside English (BCP 47). */
  locale: string;
}

export type UseVoiceRowsResult = ReturnType<typeof useVoiceRows>;

const PAGE = 50;

/** What the list shows: groups of voices, each voice once, and how asking for them goes. */
export function useVoiceRows(options: UseVoiceRowsOptions) {
  const { voices, query, search, filters, chosen, remembered, seen, locale } = options;
  const own = useMemo(() => voices && uniqueVoices(voices), [voices]);
  const isRemote = own === undefined;
  const text = search.trim();
  // What an app leaves out is left out by every filter.
  const category = query?.category ?? serverFilters(filters).category;
  const listed = useVoices(
    { pageSize: PAGE, ...query, ...(category && { category }), ...(text && { search: text }) },
    { enabled: isRemote },
  );
  const found = useMemo(
    () => (own ? searchVoices(own, text, locale) : listed.voices),
    [own, text, locale, listed.voices],
  );
  const matching = useMemo(() => filterVoices(found, filters), [found, filters]);
  const isCalm = text === '' && matching === found;
  const pinned = usePinnedVoices({
    enabled: isRemote,
    query,
    chosen,
    remembered,
    seen,
    listed: listed.isPending ? null : listed.voices,
  });
  const isHeld = isCalm && pinned.isPending;
  const list = useMemo(() => {
    if (isHeld) return listRows([], []);
    const above = own ? pinVoices(own, own, chosen, remembered) : pinned.groups;
    return listRows(isCalm ? above : [], matching);
  }, [isHeld, isCalm, own, chosen, remembered, pinned.groups, matching]);
  const isPaused = listed.fetchStatus === 'paused';
  return {
    ...list,
    /** What the search finds, before what only we can filter. */
    found,
    hasNextPage: isRemote && listed.hasNextPage,
    fetchNextPage: listed.fetchNextPage,
    isStale: isRemote && listed.isPlaceholderData,
    isPending: (isRemote && listed.isPending && !isPaused) || isHeld,
    isOffline: isRemote && isPaused,
    error: isRemote ? listed.error : null,
    /** The page that the hand has come to could not be had. */
    hasFailedPage: isRemote && listed.isFetchNextPageError,
    /** The hand has come to the end of what is here. */
    isFetchingMore: isRemote && listed.isFetchingNextPage,
    retry: () => (listed.isFetchNextPageError ? listed.fetchNextPage() : listed.refetch()),
    total: listed.data?.pages[0]?.totalCount ?? null,
  };
}

'use client';

import { useMemo, useState } from 'react';
import type { Voice } from '../../relay/voice.js';
import type { VoicesQuery } from '../../relay/voices-query.js';
import { searchVoices } from '../../voices/search-voices.js';
import { filterVoices, serverFilters, type VoiceFilters } from '../../voices/voice-filters.js';
import type { RememberedVoices } from '../../voices/voice-memory.js';
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
}

export type UseVoiceRowsResult = ReturnType<typeof useVoiceRows>;

/** A heading, or the voice at a place among all voices that are listed. */
export type VoiceRow =
  | { readonly kind: 'heading'; readonly group: VoiceGroupName }
  | { readonly kind: 'voice'; readonly voice: Voice; readonly index: number };

export type VoiceGroupName = 'chosen' | 'recents' | 'favourites' | 'all';

interface VoiceGroup {
  readonly name: VoiceGroupName;
  readonly voices: readonly Voice[];
}

const PAGE = 50;

/** What the list shows: groups of voices, each voice once, and how asking for them goes. */
export function useVoiceRows({ voices, query, search, filters, chosen, remembered }: UseVoiceRowsOptions) {
  const own = useMemo(() => voices && [...new Map(voices.map((voice) => [voice.voiceId, voice])).values()], [voices]);
  const isRemote = own === undefined;
  const text = search.trim();
  const listed = useVoices(
    { pageSize: PAGE, ...query, ...(text && { search: text }), ...serverFilters(filters) },
    { enabled: isRemote },
  );
  const [pinnedIds] = useState(() => [
    ...new Set([...(chosen === null ? [] : [chosen]), ...remembered.recents, ...remembered.favourites]),
  ]);
  const pinned = useVoices(
    { voiceIds: pinnedIds, pageSize: 100 },
    { enabled: isRemote && pinnedIds.length > 0, prefetch: false },
  );
  const isPinning =
    isRemote &&
    pinnedIds.length > 0 &&
    pinned.isPending &&
    pinned.fetchStatus === 'fetching' &&
    pinned.failureCount === 0;

  const found = useMemo(() => (own ? searchVoices(own, text) : listed.voices), [own, text, listed.voices]);
  const matching = useMemo(() => filterVoices(found, filters), [found, filters]);
  const isCalm = text === '' && matching === found;
  const known = own ?? pinned.voices;
  const groups = useMemo(
    () => (isCalm ? groupVoices(matching, known, chosen, remembered) : [{ name: 'all' as const, voices: matching }]),
    [isCalm, matching, known, chosen, remembered],
  );
  const list = useMemo(() => toRows(groups), [groups]);
  return {
    ...list,
    /** What the search finds, before what only we can filter. */
    found,
    hasNextPage: isRemote && listed.hasNextPage,
    fetchNextPage: listed.fetchNextPage,
    isStale: isRemote && listed.isPlaceholderData,
    isPending: (isRemote && listed.isPending && listed.fetchStatus !== 'paused') || isPinning,
    isOffline: isRemote && listed.fetchStatus === 'paused',
    error: isRemote ? listed.error : null,
    /** The hand has come to the end of what is here. */
    isFetchingMore: isRemote && listed.isFetchingNextPage,
    retry: () => (listed.isFetchNextPageError ? listed.fetchNextPage() : listed.refetch()),
    total: listed.data?.pages[0]?.totalCount ?? null,
  };
}

/** Nobody is listed twice: what is pinned is missing below. */
function groupVoices(
  voices: readonly Voice[],
  known: readonly Voice[],
  chosen: string | null,
  { recents, favourites }: RememberedVoices,
): readonly VoiceGroup[] {
  const byId = new Map([...voices, ...known].map((voice) => [voice.voiceId, voice]));
  const taken = new Set<string>();
  const take = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const voice = byId.get(id);
      if (!voice || taken.has(id)) return [];
      taken.add(id);
      return [voice];
    });
  const recent = take(recents);
  const favourite = take(favourites);
  const isListed = chosen === null || taken.has(chosen) || voices.some(({ voiceId }) => voiceId === chosen);
  const groups: readonly VoiceGroup[] = [
    { name: 'chosen', voices: isListed ? [] : take([chosen]) },
    { name: 'recents', voices: recent },
    { name: 'favourites', voices: favourite },
    { name: 'all', voices: voices.filter(({ voiceId }) => !taken.has(voiceId)) },
  ];
  return groups.filter((group) => group.voices.length > 0);
}

function toRows(groups: readonly VoiceGroup[]) {
  const rows: VoiceRow[] = [];
  const items: Voice[] = [];
  const rowOfItem: number[] = [];
  for (const { name, voices } of groups) {
    rows.push({ kind: 'heading', group: name });
    for (const voice of voices) {
      rowOfItem.push(rows.length);
      rows.push({ kind: 'voice', voice, index: items.length });
      items.push(voice);
    }
  }
  return { rows, items, rowOfItem };
}

'use client';

import { useEffect, useState } from 'react';
import type { Voice } from '../../relay/voice.js';
import type { VoicesQuery } from '../../relay/voices-query.js';
import { filterVoices } from '../../voices/voice-filters.js';
import type { RememberedVoices } from '../../voices/voice-memory.js';
import { pinVoices, type VoiceGroup } from '../../voices/voice-rows.js';
import { useVoices } from './useVoices.js';

export interface UsePinnedVoicesOptions {
  enabled: boolean;
  /** The app's own: what it leaves out is not pinned either. */
  query: VoicesQuery | undefined;
  chosen: string | null;
  /** As it was when the list was opened. */
  remembered: RememberedVoices;
  /** Voices that earlier openings have found; those of this one are added. */
  seen: Map<string, Voice>;
  /** What is listed below, or null while that is not known. */
  listed: readonly Voice[] | null;
}

export interface UsePinnedVoicesResult {
  readonly groups: readonly VoiceGroup[];
  /** Whether the list waits for them. */
  readonly isPending: boolean;
}

/** Milliseconds that a list waits for what is to stand above it. */
const PATIENCE = 400;
const NONE: readonly VoiceGroup[] = [];

/** What stands above the account's voices, found once for each opening: what comes later would move the list under the hand. */
export function usePinnedVoices(options: UsePinnedVoicesOptions): UsePinnedVoicesResult {
  const { enabled, query, chosen, remembered, seen, listed } = options;
  const [voiceIds] = useState(() => idsOf(chosen, remembered, query));
  const isAsked = enabled && voiceIds.length > 0;
  const asked = useVoices(
    { ...query, nextPageToken: null, includeTotalCount: false, voiceIds, pageSize: 100 },
    { enabled: isAsked, prefetch: false },
  );
  const [earlier] = useState(() => voiceIds.flatMap((id) => seen.get(id) ?? []));
  const [groups, setGroups] = useState<readonly VoiceGroup[] | null>(null);
  const [hasWaited, setWaited] = useState(false);

  const isOpen = enabled && groups === null && listed !== null;
  const isAsking = isAsked && asked.isPending && asked.fetchStatus === 'fetching' && asked.failureCount === 0;
  const isPending = isOpen && isAsking && !hasWaited && lacks([...earlier, ...listed], voiceIds);
  // Whether the API goes by ids alone is not documented; of the category we see it ourselves.
  const found = filterVoices(asked.voices, { category: query?.category ?? undefined });
  if (isOpen && !isPending) setGroups(pinVoices([...earlier, ...found], listed, chosen, remembered));

  useEffect(() => {
    if (!asked.isPlaceholderData) for (const voice of found) seen.set(voice.voiceId, voice);
  });
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = setTimeout(() => setWaited(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isPending]);
  return { groups: groups ?? NONE, isPending };
}

function idsOf(chosen: string | null, { recents, favourites }: RememberedVoices, query: VoicesQuery | undefined) {
  const ids = [...new Set([...(chosen === null ? [] : [chosen]), ...recents, ...favourites])];
  return ids.filter((id) => query?.voiceIds?.includes(id) ?? true);
}

function lacks(known: readonly Voice[], voiceIds: readonly string[]): boolean {
  const ids = new Set(known.map(({ voiceId }) => voiceId));
  return voiceIds.some((id) => !ids.has(id));
}

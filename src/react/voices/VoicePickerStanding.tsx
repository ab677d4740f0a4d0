'use client';

import { VOICE_FACETS, type VoiceFacet, type VoiceFilters } from '../../voices/voice-filters.js';
import type { UseVoiceRowsResult } from './useVoiceRows.js';
import { VoicePickerNotice, VoiceSkeleton } from './VoicePickerNotice.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerStandingProps {
  list: UseVoiceRowsResult;
  search: string;
  filters: VoiceFilters;
  onClear: () => void;
  chosen: string | null;
  sayValue: (facet: VoiceFacet, value: string) => string;
  labels: Required<VoicePickerLabels>;
}

const ROWS = 5;

/** What stands where no voice does: rows on their way, nothing found, could not load, offline. */
export function VoicePickerStanding(props: VoicePickerStandingProps) {
  const { list, search, filters, onClear, chosen, sayValue, labels } = props;
  if (list.items.length > 0) return null;
  if (list.isOffline) {
    return (
      <VoicePickerNotice icon="offline" title={labels.offline}>
        {labels.offlineHint}
      </VoicePickerNotice>
    );
  }
  if (list.error) {
    const retry = { label: labels.retry, icon: 'again', onPress: list.retry } as const;
    return (
      <VoicePickerNotice icon="alert" title={labels.failed} isError action={retry}>
        {list.error.message} {chosen !== null && labels.stillChosen}
      </VoicePickerNotice>
    );
  }
  if (list.isPending || list.hasNextPage || list.isStale) return <VoiceSkeleton rows={ROWS} />;
  const said = VOICE_FACETS.flatMap((facet) => {
    const value = filters[facet];
    return value ? [sayValue(facet, value)] : [];
  });
  const clear = { label: labels.clearFilters, quiet: true, onPress: onClear };
  return (
    <VoicePickerNotice icon="quiet" title={labels.nothing} action={said.length > 0 ? clear : undefined}>
      {labels.nothingHint(search.trim(), said, list.found.length)}
    </VoicePickerNotice>
  );
}

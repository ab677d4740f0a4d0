'use client';

import { useSyncExternalStore } from 'react';
import { voiceFacts } from '../../voices/voice-facts.js';
import type { UseVoicePreviewResult } from './useVoicePreview.js';
import type { UseVoiceRowsResult } from './useVoiceRows.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerFootProps {
  list: UseVoiceRowsResult;
  /** Whether a search is under way whose results are not listed yet. */
  isLate: boolean;
  preview: UseVoicePreviewResult;
  labels: Required<VoicePickerLabels>;
}

/** How many voices there are, and what is going on; unseen where the list says it. Renders a `<div>` with live regions. */
export function VoicePickerFoot({ list, isLate, preview, labels }: VoicePickerFootProps) {
  const { items, total, hasNextPage, error } = list;
  const all = hasNextPage ? total : items.length;
  const count = all === null || all === items.length ? labels.count(all) : labels.countOf(items.length, all);
  const isEmpty = items.length === 0;
  const waits = !list.isOffline && (list.isPending || (isEmpty && hasNextPage && !error));
  const shown = list.isOffline ? labels.offline : count;
  const standing = isEmpty ? (list.isOffline || error ? '' : labels.nothing) : shown;
  return (
    <div className="readalong-foot" data-empty={isEmpty ? '' : undefined}>
      <span role="status" dir="auto">
        {waits ? labels.loading : isLate ? labels.searching : standing}
      </span>
      <PreviewNews {...{ list, preview, labels }} />
      {error && !isEmpty ? (
        <button type="button" className="readalong-text-button" title={error.message} onClick={list.retry}>
          {labels.failed}. {labels.retry}
        </button>
      ) : (
        <span>{list.isFetchingMore ? labels.loadingMore : <span className="readalong-keys">{labels.keys}</span>}</span>
      )}
    </div>
  );
}

/** The row shows that a preview failed; who hears the list is in the field above it. */
function PreviewNews({ list, preview: { preview }, labels }: Omit<VoicePickerFootProps, 'isLate'>) {
  const { status, voiceId } = useSyncExternalStore(preview.subscribe, preview.getSnapshot, preview.getSnapshot);
  const voice = status === 'failed' && list.items.find((item) => item.voiceId === voiceId);
  return (
    <span role="status" className="readalong-unseen">
      {voice && `${voiceFacts(voice).name || labels.unnamed}: ${labels.previewFailed}`}
    </span>
  );
}

'use client';

import { useCallback } from 'react';
import type { VoiceFacet } from '../../voices/voice-filters.js';
import { languageName } from '../../voices/voice-language.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

/** How a label of a voice is said; languages are named in the one of `locale` (BCP 47). */
export function useSayValue(
  labels: Required<Pick<VoicePickerLabels, 'value'>>,
  locale: string,
): (facet: VoiceFacet, value: string) => string {
  return useCallback(
    (facet, value) => labels.value(facet, facet === 'language' ? languageName(value, locale) : value),
    [labels, locale],
  );
}

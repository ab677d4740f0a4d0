'use client';

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Voice } from '../../relay/voice.js';
import { foldSearch, searchWords } from '../../voices/fold-search.js';
import { filterValues, type VoiceFacet } from '../../voices/voice-filters.js';
import { languageName } from '../../voices/voice-language.js';
import { useOwnInput } from './useOwnInput.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoiceFilterValuesProps {
  id: string;
  facet: VoiceFacet;
  /** What is known to choose from. */
  voices: readonly Voice[];
  sayValue: (facet: VoiceFacet, value: string) => string;
  onChoose: (value: string) => void;
  labels: Required<VoicePickerLabels>;
}

/** More than can be taken in at a glance can be searched. */
const GLANCE = 12;

/** What can be asked for by one filter, with a field that searches it where it is much. Renders a `<div>` of buttons. */
export function VoiceFilterValues({ id, facet, voices, sayValue, onChoose, labels }: VoiceFilterValuesProps) {
  const [search, setSearch] = useState('');
  const values = useMemo(
    () =>
      filterValues(voices, facet)
        .map((value) => ({ value, said: sayValue(facet, value), searched: searchedOf(facet, value, sayValue) }))
        .sort((a, b) => a.said.localeCompare(b.said)),
    [voices, facet, sayValue],
  );
  const words = searchWords(search);
  const found = values.filter(({ searched }) => words.every((word) => searched.includes(word)));
  const [first] = found;
  const label = labels.facet(facet);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div id={id} className="readalong-values" role="group" aria-label={label}>
      {values.length > GLANCE && (
        <ValueSearch
          label={labels.searchValues(label)}
          onSearch={setSearch}
          onEnter={() => words.length > 0 && first && onChoose(first.value)}
        />
      )}
      {found.map(({ value, said }) => (
        <button key={value} type="button" className="readalong-chip" onClick={() => onChoose(value)}>
          <bdi>{said}</bdi>
        </button>
      ))}
    </div>
  );
}

/** A value is found as it is said, and a language also by its code and its English name. */
function searchedOf(facet: VoiceFacet, value: string, sayValue: VoiceFilterValuesProps['sayValue']): string {
  const names = facet === 'language' ? [value, languageName(value, 'en')] : [value];
  return foldSearch([sayValue(facet, value), ...names].join('\n'));
}

interface ValueSearchProps {
  label: string;
  onSearch: (search: string) => void;
  onEnter: () => void;
}

function ValueSearch({ label, onSearch, onEnter }: ValueSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  useOwnInput(field, onSearch);
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // The button that has the focus then would be pressed by the same key.
    event.preventDefault();
    onEnter();
  }
  return (
    <div className="readalong-search">
      <input
        ref={field}
        form=""
        type="text"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        onKeyDown={press}
      />
    </div>
  );
}

'use client';

import { useId, useMemo, useState } from 'react';
import type { Voice } from '../../relay/voice.js';
import { filterValues, VOICE_FACETS, type VoiceFacet, type VoiceFilters } from '../../voices/voice-filters.js';
import { Icon } from '../primitives/Icon.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoiceFilterChipsProps {
  filters: VoiceFilters;
  onChange: (filters: VoiceFilters) => void;
  /** What is known to choose from. */
  voices: readonly Voice[];
  sayValue: (facet: VoiceFacet, value: string) => string;
  labels: Required<VoicePickerLabels>;
}

/** A chip for each filter: what is on is taken off with one press, else it opens the values. Renders a `<div>`. */
export function VoiceFilterChips({ filters, onChange, voices, sayValue, labels }: VoiceFilterChipsProps) {
  const [open, setOpen] = useState<VoiceFacet | null>(null);
  const valuesId = useId();
  function press(facet: VoiceFacet): void {
    const { [facet]: on, ...others } = filters;
    if (on) onChange(others);
    else setOpen(open === facet ? null : facet);
  }
  function choose(facet: VoiceFacet, value: string): void {
    onChange({ ...filters, [facet]: value });
    setOpen(null);
    document.getElementById(`${valuesId}${facet}`)?.focus();
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="readalong-chips" role="group" aria-label={labels.filters}>
        {VOICE_FACETS.map((facet) => {
          const value = filters[facet];
          const said = value && sayValue(facet, value);
          return (
            <button
              key={facet}
              id={`${valuesId}${facet}`}
              type="button"
              className="readalong-chip"
              data-on={said ? '' : undefined}
              aria-label={said ? labels.removeFilter(labels.facet(facet), said) : undefined}
              aria-expanded={said ? undefined : open === facet}
              aria-controls={open === facet ? valuesId : undefined}
              onClick={() => press(facet)}
            >
              <span>{said ?? labels.facet(facet)}</span>
              <Icon name={said ? 'close' : 'open'} />
            </button>
          );
        })}
      </div>
      {open && (
        <FacetValues
          key={open}
          id={valuesId}
          facet={open}
          voices={voices}
          label={labels.facet(open)}
          sayValue={sayValue}
          onChoose={(value) => choose(open, value)}
        />
      )}
    </>
  );
}

interface FacetValuesProps extends Pick<VoiceFilterChipsProps, 'voices' | 'sayValue'> {
  id: string;
  facet: VoiceFacet;
  label: string;
  onChoose: (value: string) => void;
}

function FacetValues({ id, facet, voices, label, sayValue, onChoose }: FacetValuesProps) {
  const values = useMemo(
    () =>
      filterValues(voices, facet)
        .map((value) => ({ value, said: sayValue(facet, value) }))
        .sort((a, b) => a.said.localeCompare(b.said)),
    [voices, facet, sayValue],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div id={id} className="readalong-values" role="group" aria-label={label}>
      {values.map(({ value, said }) => (
        <button key={value} type="button" className="readalong-chip" onClick={() => onChoose(value)}>
          <bdi>{said}</bdi>
        </button>
      ))}
    </div>
  );
}

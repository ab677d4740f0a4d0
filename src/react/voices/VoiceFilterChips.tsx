'use client';

import { useId, useState } from 'react';
import type { Voice } from '../../relay/voice.js';
import { VOICE_FACETS, type VoiceFacet, type VoiceFilters } from '../../voices/voice-filters.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { VoiceFilterValues } from './VoiceFilterValues.js';
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
              <PanelIcon name={said ? 'close' : 'open'} />
            </button>
          );
        })}
      </div>
      {open && (
        <VoiceFilterValues
          key={open}
          id={valuesId}
          facet={open}
          {...{ voices, sayValue, labels }}
          onChoose={(value) => choose(open, value)}
        />
      )}
    </>
  );
}

'use client';

import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { Voice } from '../../relay/voice.js';
import type { VoicesQuery } from '../../relay/voices-query.js';
import type { PreviewLine } from '../../voices/spoken-lines.js';
import type { VoiceFilters } from '../../voices/voice-filters.js';
import type { RememberedVoices, VoiceMemory } from '../../voices/voice-memory.js';
import { useSettled } from '../useSettled.js';
import { usePickerPanel } from './usePickerPanel.js';
import { useSayValue } from './useSayValue.js';
import { useVoiceCombobox } from './useVoiceCombobox.js';
import { usePreviewWithin, useVoicePreview } from './useVoicePreview.js';
import { useVoiceRows } from './useVoiceRows.js';
import { VoiceFilterChips } from './VoiceFilterChips.js';
import { VoicePickerFoot } from './VoicePickerFoot.js';
import { VoicePickerList } from './VoicePickerList.js';
import type { RenderVoice } from './VoicePickerOption.js';
import { VoicePickerSearch } from './VoicePickerSearch.js';
import { VoicePickerStanding } from './VoicePickerStanding.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

/** What a picker hands on to its panel as it is. */
export interface VoicePickerListing {
  /** An app's own list, searched and filtered here. @default the account's, asked for through the relay */
  voices?: readonly Voice[] | undefined;
  /** Which of the account's voices, also of those used lately; a search that is typed is asked for in place of its own. */
  query?: VoicesQuery | undefined;
  /** What is filtered when it opens. */
  defaultFilters?: VoiceFilters | undefined;
  /** Said by voices that have no preview; each costs its credits once. @default none: they cannot be heard */
  previewLine?: PreviewLine | undefined;
  /** The language that languages are named in (BCP 47). @default 'en' */
  locale?: string | undefined;
  /** CSS pixels of a row, at least 24. @default 68, or 88 in a narrow list */
  rowHeight?: number | undefined;
  /** Draws a row's inside. @default tile, name, description and labels */
  children?: RenderVoice | undefined;
}

export interface VoicePickerPanelProps extends VoicePickerListing {
  id: string;
  button: RefObject<HTMLElement | null>;
  chosen: string | null;
  onChoose: (voice: Voice) => void;
  onClose: () => void;
  memory: VoiceMemory;
  remembered: RememberedVoices;
  /** Voices that were found while it was open before. */
  seen: Map<string, Voice>;
  keepsFavourites: boolean;
  labels: Required<VoicePickerLabels>;
}

/** Milliseconds of rest after which the server is asked. */
const REST = 200;
const NO_FILTERS: VoiceFilters = {};

/** Search, filters and list of a picker. Renders a `<div role="dialog">` in the top layer. */
export function VoicePickerPanel(props: VoicePickerPanelProps) {
  const { chosen, onChoose, labels, locale = 'en', memory } = props;
  const { panel, focusField } = usePickerPanel(props.button, props.onClose);
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState(props.defaultFilters ?? NO_FILTERS);
  // Rows stay where they are while the list is open.
  const [remembered] = useState(props.remembered);
  const settled = useSettled(search, props.voices ? 0 : REST);
  const rows = useVoiceRows({ ...props, search: settled, filters, remembered, locale });
  const list = {
    ...rows,
    retry() {
      focusField();
      return rows.retry();
    },
  };
  const isLate = settled !== search || list.isStale;
  const preview = useVoicePreview({ previewLine: props.previewLine, language: filters.language });
  usePreviewWithin(preview.preview, list.items);
  const [moves, setMoves] = useState(0);
  const combobox = useVoiceCombobox({
    items: list.items,
    search,
    chosen,
    onSearch: setSearch,
    onChoose,
    isLate,
    hasMore: list.hasNextPage,
    onMove: () => setMoves((before) => before + 1),
  });
  const priceId = useId();
  const isBought = combobox.active !== null && (preview.price(combobox.active) ?? 0) > 0;
  const said = { labels, sayValue: useSayValue(labels, locale) };
  function press(event: KeyboardEvent): void {
    // With Ctrl it is AltGr, by which some keyboards write.
    if (!event.altKey || event.ctrlKey || event.code !== 'KeyP') return;
    event.preventDefault();
    if (!event.repeat && combobox.active && preview.price(combobox.active) !== null) preview.toggle(combobox.active);
  }
  return (
    <div
      ref={panel}
      id={props.id}
      className="readalong-panel readalong-picker"
      popover="manual"
      role="dialog"
      aria-label={labels.voice}
      onKeyDown={press}
    >
      <VoicePickerSearch
        inputProps={{ ...combobox.inputProps, 'aria-describedby': isBought ? priceId : undefined }}
        search={search}
        onClear={() => combobox.searchFor('')}
        onClose={props.onClose}
        labels={labels}
      />
      <VoiceFilterChips filters={filters} onChange={setFilters} voices={list.found} {...said} />
      <VoicePickerList
        {...said}
        list={list}
        combobox={combobox}
        place={`${moves} ${list.isPending} ${list.isStale || settled} ${JSON.stringify(filters)}`}
        chosen={chosen}
        isBusy={isLate || list.isPending}
        preview={preview}
        priceId={priceId}
        memory={props.keepsFavourites ? memory : null}
        favourites={props.remembered.favourites}
        rowHeight={props.rowHeight}
        render={props.children}
      />
      <VoicePickerStanding
        {...said}
        list={list}
        search={settled}
        filters={filters}
        chosen={chosen}
        onClear={() => {
          focusField();
          setFilters(NO_FILTERS);
        }}
      />
      <VoicePickerFoot list={list} isLate={isLate} preview={preview} labels={labels} />
    </div>
  );
}

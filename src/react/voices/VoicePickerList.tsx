'use client';

import { useEffect, useRef } from 'react';
import type { VoiceFacet } from '../../voices/voice-filters.js';
import type { VoiceMemory } from '../../voices/voice-memory.js';
import { useRowWindow } from './useRowWindow.js';
import type { UseVoiceComboboxResult } from './useVoiceCombobox.js';
import type { UseVoicePreviewResult } from './useVoicePreview.js';
import type { UseVoiceRowsResult, VoiceGroupName } from './useVoiceRows.js';
import { VoiceHearButton } from './VoiceHearButton.js';
import { type RenderVoice, VoicePickerOption } from './VoicePickerOption.js';
import { VoiceStar } from './VoiceStar.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerListProps {
  list: UseVoiceRowsResult;
  combobox: UseVoiceComboboxResult;
  /** Another text than before brings the active voice into view: a key was pressed, or another list has come. */
  place: string;
  chosen: string | null;
  isBusy: boolean;
  sayValue: (facet: VoiceFacet, value: string) => string;
  preview: UseVoicePreviewResult;
  /** Where favourites are kept: without it there are none. */
  memory: VoiceMemory | null;
  favourites: readonly string[];
  labels: Required<VoicePickerLabels>;
  rowHeight: number | undefined;
  render: RenderVoice | undefined;
}

/** Rows before the end at which the next page is shown. */
const AHEAD = 8;

/** Rows of voices, of which only those near the view are in the DOM. Renders a scrolling `<div>` with an `<ul role="listbox">`. */
export function VoicePickerList(props: VoicePickerListProps) {
  const { list, combobox, place, chosen, labels, memory, favourites, rowHeight } = props;
  const { rows, rowOfItem, fetchNextPage } = list;
  const hasMore = list.hasNextPage && !list.error && !list.isStale;
  const scroller = useRef<HTMLDivElement>(null);
  const activeRow = rowOfItem[combobox.activeIndex];
  const { shown, total, end } = useRowWindow({ scroller, rows, rowHeight, activeRow, place });

  const lacks = hasMore && end >= rows.length - AHEAD;
  useEffect(() => {
    if (lacks) void fetchNextPage();
  });

  const common = { getItemProps: combobox.getItemProps, preview: props.preview, labels, sayValue: props.sayValue };
  const setSize = list.hasNextPage ? -1 : rowOfItem.length;
  return (
    <div ref={scroller} className="readalong-list" data-empty={rowOfItem.length === 0 ? '' : undefined}>
      <ul
        {...combobox.getMenuProps({ 'aria-label': labels.list }, { suppressRefError: true })}
        aria-busy={props.isBusy}
        style={{ blockSize: total }}
      >
        {shown.map(({ row, start, size }) => {
          if (row.kind === 'heading') {
            const style = { insetBlockStart: start, blockSize: size };
            return (
              <li key={`heading ${row.group}`} role="presentation" className="readalong-group" style={style}>
                <bdi>{sayGroup(row.group, list, labels)}</bdi>
              </li>
            );
          }
          const { voice, index } = row;
          const state = { active: index === combobox.activeIndex, chosen: voice.voiceId === chosen };
          const at = { top: start, height: size, index, setSize };
          return (
            <VoicePickerOption key={voice.voiceId} voice={voice} {...state} {...at} {...common} render={props.render} />
          );
        })}
      </ul>
      {/* Beside the options: what can be pressed inside of one is lost to screen readers. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="readalong-hears" role="group" aria-label={labels.previews}>
        {shown.map(({ row, start, size }) => {
          if (row.kind !== 'voice') return null;
          const { voice, index } = row;
          const isActive = index === combobox.activeIndex;
          return (
            <div key={voice.voiceId} className="readalong-beside" style={{ insetBlockStart: start, blockSize: size }}>
              {memory && <VoiceStar {...{ memory, favourites, labels, isActive, voice }} />}
              <VoiceHearButton voice={voice} preview={props.preview} labels={labels} tabIndex={isActive ? 0 : -1} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function sayGroup(group: VoiceGroupName, list: UseVoiceRowsResult, labels: Required<VoicePickerLabels>): string {
  if (group === 'all') return labels.count(list.hasNextPage ? list.total : list.items.length);
  return labels[group];
}

'use client';

import { useEffect, useRef } from 'react';
import type { VoiceFacet } from '../../voices/voice-filters.js';
import type { VoiceMemory } from '../../voices/voice-memory.js';
import type { VoiceGroupName } from '../../voices/voice-rows.js';
import { useRowWindow } from './useRowWindow.js';
import type { UseVoiceComboboxResult } from './useVoiceCombobox.js';
import type { UseVoicePreviewResult } from './useVoicePreview.js';
import type { UseVoiceRowsResult } from './useVoiceRows.js';
import { VoicePickerBeside } from './VoicePickerBeside.js';
import { type RenderVoice, VoicePickerOption } from './VoicePickerOption.js';
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
  /** Of what hearing the active voice buys. */
  priceId: string;
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
  const { list, combobox, place, chosen, labels, memory, favourites, rowHeight, preview, priceId } = props;
  const { rows, rowOfItem, fetchNextPage } = list;
  // A list that could not be asked for anew still goes on.
  const hasMore = list.hasNextPage && !list.hasFailedPage && !list.isStale;
  const scroller = useRef<HTMLDivElement>(null);
  const activeRow = rowOfItem[combobox.activeIndex];
  const { shown, total, end } = useRowWindow({ scroller, rows, rowHeight, activeRow, place });

  const lacks = hasMore && end >= rows.length - AHEAD;
  useEffect(() => {
    if (lacks) void fetchNextPage();
  });

  const common = { getItemProps: combobox.getItemProps, preview, labels, sayValue: props.sayValue };
  const beside = { preview, priceId, memory, favourites, labels };
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
          const at = { top: start, height: size, index, setSize, priceId: state.active ? priceId : undefined };
          return (
            <VoicePickerOption key={voice.voiceId} voice={voice} {...state} {...at} {...common} render={props.render} />
          );
        })}
      </ul>
      {/* Beside the options: what can be pressed inside of one is lost to screen readers. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        className="readalong-hears"
        role="group"
        aria-label={labels.previews}
        // The field keeps the focus, and with it its keys.
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map(({ row, start, size }) => {
          if (row.kind !== 'voice') return null;
          const { voice, index } = row;
          const isActive = index === combobox.activeIndex;
          return <VoicePickerBeside key={voice.voiceId} {...beside} {...{ voice, isActive, start, size }} />;
        })}
      </div>
    </div>
  );
}

function sayGroup(group: VoiceGroupName, list: UseVoiceRowsResult, labels: Required<VoicePickerLabels>): string {
  if (group === 'all') return labels.count(list.hasNextPage ? list.total : list.items.length);
  return labels[group];
}

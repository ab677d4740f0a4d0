'use client';

import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Voice } from '../../relay/voice.js';
import { useOwnInput } from './useOwnInput.js';

export interface UseVoiceComboboxOptions {
  items: readonly Voice[];
  search: string;
  onSearch: (search: string) => void;
  chosen: string | null;
  onChoose: (voice: Voice) => void;
  /** Whether what is listed is still another search's: Enter chooses nothing then that nobody went to. */
  isLate: boolean;
  /** Whether more voices will come below: the last one is not the end then. */
  hasMore: boolean;
  /** A key made another option the active one. */
  onMove: () => void;
}

const { stateChangeTypes: Change } = useCombobox;

/** An editable combobox over a list that is always open: keys move through it, Enter or a press chooses. */
export function useVoiceCombobox(options: UseVoiceComboboxOptions) {
  const { items, search, onSearch, chosen, onChoose, isLate, hasMore, onMove } = options;
  // The voice is active, not its place: rows that come in above do not change what Enter chooses.
  const wanted = useRef(chosen);
  const copy = useMemo(() => [...items], [items]);
  const combobox = useCombobox<Voice>({
    items: copy,
    itemToString: () => search,
    itemToKey: (voice) => voice?.voiceId,
    isOpen: true,
    inputValue: search,
    selectedItem: null,
    initialHighlightedIndex: placeOf(items, chosen),
    defaultHighlightedIndex: 0,
    stateReducer(state, action) {
      if (!goesRound(state, action)) return keepOpen(state, action);
      if (!PAGE_KEYS.includes(action.type)) return hasMore ? state : action.changes;
      return { ...state, highlightedIndex: action.type === Change.InputKeyDownPageUp ? 0 : items.length - 1 };
    },
    scrollIntoView: () => {},
    onSelectedItemChange({ selectedItem, type }) {
      const isMeant = type === Change.ItemClick || !isLate || wanted.current !== null;
      if (selectedItem && isMeant) onChoose(selectedItem);
    },
    onHighlightedIndexChange({ highlightedIndex, type }) {
      if (type === Change.FunctionSetHighlightedIndex) return;
      wanted.current = items[highlightedIndex]?.voiceId ?? null;
      if (type !== Change.ItemMouseMove) onMove();
    },
  });
  const { highlightedIndex, setHighlightedIndex } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list moves it, all else is Downshift's
  useLayoutEffect(() => {
    const place = placeOf(items, wanted.current);
    if (place !== highlightedIndex) setHighlightedIndex(place);
  }, [items]);
  function searchFor(text: string): void {
    if (text === search) return;
    onSearch(text);
    wanted.current = null;
    setHighlightedIndex(placeOf(items, null));
  }
  const field = useRef<HTMLInputElement>(null);
  useOwnInput(field, searchFor);
  const inputProps = combobox.getInputProps({ ref: field });
  const active = items[highlightedIndex] ?? null;
  return { ...combobox, inputProps, activeIndex: highlightedIndex, active, searchFor };
}

export type UseVoiceComboboxResult = ReturnType<typeof useVoiceCombobox>;

/** Of a voice, else of the first, else -1. */
function placeOf(items: readonly Voice[], voiceId: string | null): number {
  const place = voiceId === null ? -1 : items.findIndex((item) => item.voiceId === voiceId);
  return place < 0 && items.length > 0 ? 0 : place;
}

type Reducer = (
  state: UseComboboxState<Voice>,
  action: UseComboboxStateChangeOptions<Voice>,
) => Partial<UseComboboxState<Voice>>;

const UP: readonly unknown[] = [Change.InputKeyDownArrowUp, Change.InputKeyDownPageUp];
const DOWN: readonly unknown[] = [Change.InputKeyDownArrowDown, Change.InputKeyDownPageDown];
const PAGE_KEYS: readonly unknown[] = [Change.InputKeyDownPageUp, Change.InputKeyDownPageDown];

/** From the last to the first, or the other way round: Downshift does so with every key. */
function goesRound(
  { highlightedIndex: from }: UseComboboxState<Voice>,
  { type, changes: { highlightedIndex: to = from } }: UseComboboxStateChangeOptions<Voice>,
): boolean {
  return (DOWN.includes(type) && to < from) || (UP.includes(type) && to > from);
}

/** The panel decides when it closes; leaving the field or the list with the pointer chooses nothing. */
const keepOpen: Reducer = (state, { type, changes }) => {
  const stays: readonly unknown[] = [
    Change.InputBlur,
    Change.InputClick,
    Change.InputKeyDownEscape,
    Change.MenuMouseLeave,
    Change.FunctionCloseMenu,
  ];
  return stays.includes(type) ? state : { ...changes, isOpen: true };
};

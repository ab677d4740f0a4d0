'use client';

import { type RefObject, useCallback } from 'react';
import { usePanel } from '../primitives/usePanel.js';
import { useClosingKeys } from './useClosingKeys.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useWhenDisabled } from './useWhenDisabled.js';

/** A panel around a combobox: what closes it, and that its field has the focus where nothing else in it has. */
export function usePickerPanel(button: RefObject<HTMLElement | null>, onClose: () => void) {
  const { panel } = usePanel(button, onClose);
  useClosingKeys(onClose);
  useWhenDisabled(button, onClose);
  const focusField = useCallback((): void => {
    panel.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }, [panel]);
  // A row that leaves the list would take the focus along, and a button that goes with what it was pressed for.
  useKeptFocus(panel, focusField);
  return { panel, focusField };
}

'use client';

import { type ComponentPropsWithoutRef, useState } from 'react';
import { PanelIcon } from '../primitives/PanelIcon.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerSearchProps {
  /** Of the combobox. */
  inputProps: ComponentPropsWithoutRef<'input'>;
  search: string;
  onClear: () => void;
  onClose: () => void;
  labels: Required<VoicePickerLabels>;
}

const isTouch = () => matchMedia('(pointer: coarse)').matches;

/** The field that the list is searched with, and on a sheet a button that closes it. Renders a `<div>`. */
export function VoicePickerSearch({ inputProps, search, onClear, onClose, labels }: VoicePickerSearchProps) {
  // The field has the focus from the start; a keyboard over half the list comes only when the field is touched.
  const [isQuiet, setQuiet] = useState(isTouch);
  return (
    <div className="readalong-search-line">
      <div className="readalong-search">
        <PanelIcon name="search" />
        <input
          {...inputProps}
          // It is no field of the app's form: Enter does not send that.
          form=""
          type="text"
          aria-label={labels.search}
          aria-labelledby={undefined}
          placeholder={labels.search}
          inputMode={isQuiet ? 'none' : 'search'}
          enterKeyHint="done"
          spellCheck={false}
          onPointerDown={() => setQuiet(false)}
        />
        {search !== '' && (
          <button
            type="button"
            className="readalong-icon-button"
            aria-label={labels.clearSearch}
            onClick={(event) => {
              event.currentTarget.parentElement?.querySelector('input')?.focus();
              onClear();
            }}
          >
            <PanelIcon name="close" />
          </button>
        )}
      </div>
      <button
        type="button"
        className="readalong-icon-button readalong-close"
        aria-label={labels.close}
        onClick={onClose}
      >
        <PanelIcon name="close" />
      </button>
    </div>
  );
}

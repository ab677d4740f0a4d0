'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Voice } from '../../relay/voice.js';
import type { VoiceStorage } from '../../voices/voice-memory.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { useControlled } from '../primitives/useControlled.js';
import { completeLabels } from './complete-labels.js';
import { useVoiceMemory } from './useVoiceMemory.js';
import { useVoiceName } from './useVoiceName.js';
import { VoiceFormField } from './VoiceFormField.js';
import { VoicePickerButton } from './VoicePickerButton.js';
import { type VoicePickerListing, VoicePickerPanel } from './VoicePickerPanel.js';
import { VOICE_PICKER_LABELS, type VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'defaultValue' | 'onChange'>,
    VoicePickerListing {
  /** The id of the chosen voice, or null (or an empty text) for none, where the app holds it. */
  value?: string | null;
  /** The id that is chosen at first, where the picker holds it. @default null */
  defaultValue?: string | null;
  /** Called with what was chosen; null for none. */
  onValueChange?: (voiceId: string | null, voice: Voice | null) => void;
  /** Under which the id is sent with a form. */
  name?: string;
  disabled?: boolean;
  /** Whether the choice can be taken back. @default false */
  clearable?: boolean;
  /** Keeps recently used voices and favourites, e.g. `localStorage`. @default none: recents last as long as the picker, no favourites */
  storage?: VoiceStorage | null;
  /** Under which it is kept there: pickers of one name share what was used and marked. @default 'readalong-voices' */
  storageName?: string;
  /** Under the name, e.g. what hearing the text costs. */
  caption?: string;
  labels?: VoicePickerLabels;
}

/**
 * Chooses a voice among any number: search, filters, previews. Renders a `<div>` with a `<button>`, which takes the ref, and while
 * it is open the panel. Nothing is listed before it is opened.
 *
 * @example <VoicePicker value={voiceId} onValueChange={setVoiceId} storage={localStorage} />
 */
export const VoicePicker = forwardRef<HTMLButtonElement, VoicePickerProps>(function VoicePicker(
  { value, defaultValue = null, onValueChange, name, disabled, clearable, storage, storageName, caption, ...others },
  ref,
) {
  const { voices, query, defaultFilters, previewLine, locale, rowHeight, children, labels: given, ...more } = others;
  const { className, ...rest } = more;
  const listing = { voices, query, defaultFilters, previewLine, locale, rowHeight, children };
  const labels = useMemo(() => completeLabels(VOICE_PICKER_LABELS, given), [given]);
  const [held, setOwn] = useControlled<string | null>(value, defaultValue);
  // A form's empty field is no choice.
  const chosen = held || null;
  const [isOpen, setOpen] = useState(false);
  const asks = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what one question finds need not be found by another
  const seen = useMemo(() => new Map<string, Voice>(), [asks]);
  const said = useVoiceName({ chosen, voices, seen, labels });
  const [remembered, memory] = useVoiceMemory(storage, storageName);
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => button.current);
  const panelId = useId();
  // What may not be chosen from does not stay open, nor open by itself once it may.
  if (disabled && isOpen) setOpen(false);

  function choose(next: Voice | null): void {
    if (button.current?.matches(':disabled')) return;
    if (next) {
      seen.set(next.voiceId, next);
      memory.use(next.voiceId);
    }
    setOwn(next?.voiceId ?? null);
    onValueChange?.(next?.voiceId ?? null, next);
    button.current?.focus();
    setOpen(false);
  }
  function close(): void {
    const { activeElement } = document;
    const isInside = activeElement?.closest(`#${CSS.escape(panelId)}`);
    if (isInside || activeElement === document.body) button.current?.focus();
    setOpen(false);
  }
  return (
    <div {...rest} className={className ? `readalong-choice ${className}` : 'readalong-choice'}>
      <VoicePickerButton
        ref={button}
        disabled={disabled}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        // What is on a button is pressed also where a fieldset has disabled it.
        onClick={(event) => setOpen(!isOpen && !event.currentTarget.matches(':disabled'))}
        {...{ chosen, said, caption, labels }}
      />
      {clearable && chosen !== null && !disabled && (
        <button type="button" className="readalong-icon-button" aria-label={labels.clear} onClick={() => choose(null)}>
          <PanelIcon name="close" />
        </button>
      )}
      {name !== undefined && (
        <VoiceFormField name={name} value={chosen} disabled={disabled} onReset={() => setOwn(defaultValue)} />
      )}
      {isOpen && !disabled && (
        <VoicePickerPanel
          {...listing}
          id={panelId}
          button={button}
          chosen={chosen}
          onChoose={choose}
          onClose={close}
          memory={memory}
          remembered={remembered}
          seen={seen}
          keepsFavourites={storage != null}
          labels={labels}
        />
      )}
    </div>
  );
});

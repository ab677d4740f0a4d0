'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Voice } from '../../relay/voice.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import type { VoiceStorage } from '../../voices/voice-memory.js';
import { Icon } from '../primitives/Icon.js';
import { useControlled } from '../primitives/useControlled.js';
import { useVoiceMemory } from './useVoiceMemory.js';
import { useVoice } from './useVoices.js';
import { VoiceAvatar } from './VoiceAvatar.js';
import { type VoicePickerListing, VoicePickerPanel } from './VoicePickerPanel.js';
import { VOICE_PICKER_LABELS, type VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'defaultValue' | 'onChange'>,
    VoicePickerListing {
  /** The id of the chosen voice, or null for none, where the app holds it. */
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
  { value, defaultValue = null, onValueChange, name, disabled, clearable, storage, caption, labels: given, ...others },
  ref,
) {
  const { voices, query, defaultFilters, previewLine, locale, rowHeight, children, className, ...rest } = others;
  const listing = { voices, query, defaultFilters, previewLine, locale, rowHeight, children };
  const labels = useMemo(() => ({ ...VOICE_PICKER_LABELS, ...given }), [given]);
  const [chosen, setOwn] = useControlled<string | null>(value, defaultValue);
  const [isOpen, setOpen] = useState(false);
  const [last, setLast] = useState<Voice | null>(null);
  const [remembered, memory] = useVoiceMemory(storage);
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => button.current);
  const panelId = useId();
  const own = [last, ...(voices ?? [])].find((voice) => voice?.voiceId === chosen);
  const asked = useVoice(own || voices ? null : chosen);
  const voice = own ?? asked.data;
  const isAsking = asked.fetchStatus === 'fetching' && !voice;
  const named = voice ? voiceFacts(voice).name || labels.unnamed : chosen;
  const said = named ?? labels.none;

  // What may not be chosen from does not stay open, nor open by itself once it may.
  if (disabled && isOpen) setOpen(false);

  function set(next: Voice | null): void {
    if (button.current?.matches(':disabled')) {
      setOpen(false);
      return;
    }
    setOwn(next?.voiceId ?? null);
    setLast(next);
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
      <button
        ref={button}
        type="button"
        className="readalong-voice"
        disabled={disabled}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="readalong-unseen">{labels.voice}: </span>
        {chosen !== null && <VoiceAvatar voiceId={chosen} name={isAsking ? '…' : said} />}
        <div>
          <strong>
            <bdi>{isAsking ? '…' : said}</bdi>
            <Icon name="open" />
          </strong>
          {caption && <span>{caption}</span>}
        </div>
      </button>
      {clearable && chosen !== null && !disabled && (
        <button type="button" className="readalong-icon-button" aria-label={labels.clear} onClick={() => set(null)}>
          <Icon name="close" />
        </button>
      )}
      {name !== undefined && (
        <FormField name={name} value={chosen} disabled={disabled} onReset={() => setOwn(defaultValue)} />
      )}
      {isOpen && !disabled && (
        <VoicePickerPanel
          {...listing}
          id={panelId}
          button={button}
          chosen={chosen}
          onChoose={(next) => {
            memory.use(next.voiceId);
            set(next);
          }}
          onClose={close}
          memory={memory}
          remembered={remembered}
          keepsFavourites={storage != null}
          labels={labels}
        />
      )}
    </div>
  );
});

interface FormFieldProps {
  name: string;
  value: string | null;
  disabled: boolean | undefined;
  onReset: () => void;
}

/** What is sent with a form, and hears of its reset. */
function FormField({ name, value, disabled, onReset }: FormFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const reset = useRef(onReset);
  useEffect(() => {
    reset.current = onReset;
  });
  useEffect(() => {
    const form = field.current?.form;
    const hear = () => reset.current();
    form?.addEventListener('reset', hear);
    return () => form?.removeEventListener('reset', hear);
  }, []);
  return <input ref={field} type="hidden" name={name} value={value ?? ''} disabled={disabled} />;
}

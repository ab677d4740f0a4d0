'use client';

import { createContext, forwardRef, lazy, type ReactNode, Suspense, useContext, useState } from 'react';
import { VoiceFormField } from './VoiceFormField.js';
import type { VoicePickerProps } from './VoicePicker.js';

const Retry = createContext(() => {});

/** What was not loaded is asked for again when its button is pressed; a page that lost its network loses nothing else. */
const NotLoaded = forwardRef<HTMLButtonElement, VoicePickerProps>(function NotLoaded(props, ref) {
  const retry = useContext(Retry);
  return (
    <StandIn {...props}>
      <button ref={ref} type="button" className="readalong-voice" disabled={props.disabled} onClick={retry}>
        <strong>{props.labels?.retry ?? 'Try again'}</strong>
      </button>
    </StandIn>
  );
});

const loadPicker = () =>
  lazy(async () => {
    try {
      return { default: (await import('./VoicePicker.js')).VoicePicker };
    } catch {
      return { default: NotLoaded };
    }
  });

/** One for all, so that what is here is shown at once. */
let latest = loadPicker();

/** A `VoicePicker` that is loaded when it is first rendered; until then a button that cannot be pressed stands there. */
export function LazyVoicePicker(props: VoicePickerProps) {
  const [{ Picker }, show] = useState({ Picker: latest });
  function retry(): void {
    // Another one may have asked already.
    if (latest === Picker) latest = loadPicker();
    show({ Picker: latest });
  }
  // The words come with the picker.
  const waiting = (
    <StandIn {...props}>
      <button
        type="button"
        className="readalong-voice"
        disabled
        aria-busy="true"
        aria-label={props.labels?.voice ?? 'Voice'}
      >
        <strong>…</strong>
      </button>
    </StandIn>
  );
  return (
    <Retry.Provider value={retry}>
      <Suspense fallback={waiting}>
        <Picker {...props} />
      </Suspense>
    </Retry.Provider>
  );
}

interface StandInProps extends Pick<VoicePickerProps, 'name' | 'value' | 'defaultValue' | 'disabled'> {
  children: ReactNode;
}

/** A form that is sent before the picker has come loses nothing. */
function StandIn({ name, value, defaultValue = null, disabled, children }: StandInProps) {
  const chosen = value === undefined ? defaultValue : value;
  return (
    <>
      {children}
      {name !== undefined && <VoiceFormField name={name} value={chosen} disabled={disabled} />}
    </>
  );
}

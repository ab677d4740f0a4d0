'use client';

import { lazy, Suspense } from 'react';
import type { VoicePickerProps } from './VoicePicker.js';

const VoicePicker = lazy(async () => ({ default: (await import('./VoicePicker.js')).VoicePicker }));

/** A `VoicePicker` that is loaded when it is first rendered; until then a button that cannot be pressed stands there. */
export function LazyVoicePicker(props: VoicePickerProps) {
  // The words come with the picker.
  const waiting = (
    <button
      type="button"
      className="readalong-voice"
      disabled
      aria-busy="true"
      aria-label={props.labels?.voice ?? 'Voice'}
    >
      <strong>…</strong>
    </button>
  );
  return (
    <Suspense fallback={waiting}>
      <VoicePicker {...props} />
    </Suspense>
  );
}

'use client';

import { forwardRef, lazy, Suspense, useMemo, useState } from 'react';
import type { VoicePickerProps } from './VoicePicker.js';

/** What was not loaded is asked for again when its button is pressed; a page that lost its network loses nothing else. */
const createPicker = (onRetry: () => void) =>
  lazy(async () => {
    try {
      return { default: (await import('./VoicePicker.js')).VoicePicker };
    } catch {
      return {
        default: forwardRef<HTMLButtonElement, VoicePickerProps>(function NotLoaded({ labels }, ref) {
          return (
            <button ref={ref} type="button" className="readalong-voice" onClick={onRetry}>
              <strong>{labels?.retry ?? 'Try again'}</strong>
            </button>
          );
        }),
      };
    }
  });

/** A `VoicePicker` that is loaded when it is first rendered; until then a button that cannot be pressed stands there. */
export function LazyVoicePicker(props: VoicePickerProps) {
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew
  const VoicePicker = useMemo(() => createPicker(() => setAttempt((before) => before + 1)), [attempt]);
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

'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { missingRelay } from '../../relay/missing-relay.js';
import type { Voice } from '../../relay/voice.js';
import { previewUrl } from '../../voices/preview-url.js';
import { hasWords, lineLength, type PreviewLine, spokenLinesOf } from '../../voices/spoken-lines.js';
import { createVoicePreview, type VoicePreview, type VoicePreviewState } from '../../voices/voice-preview.js';
import { useSpeechEnvironment } from '../SpeechProvider.js';

export interface UseVoicePreviewOptions {
  /** Said by voices without a preview; it costs credits. @default none: they cannot be heard */
  previewLine?: PreviewLine | undefined;
  /** Heard in this language where a voice has such a preview (ISO 639). */
  language?: string | undefined;
}

export interface UseVoicePreviewResult {
  readonly preview: VoicePreview;
  /** What hearing a voice takes: nothing, so many bought characters, or null where it cannot be heard. */
  price(voice: Voice): number | null;
  /** Plays a voice, or stops it if it is what plays. */
  toggle(voice: Voice): void;
}

/**
 * Voices heard one at a time, silent when the component goes.
 *
 * @example
 * const { preview, toggle } = useVoicePreview()
 */
export function useVoicePreview({ previewLine, language }: UseVoicePreviewOptions = {}): UseVoicePreviewResult {
  const relay = useSpeechEnvironment()?.relay ?? missingRelay;
  const [preview] = useState(() => createVoicePreview());
  const lines = spokenLinesOf(relay);
  useEffect(() => () => preview.stop(), [preview]);
  const line = JSON.stringify(previewLine);
  return useMemo(() => {
    const given: PreviewLine | undefined = line === undefined ? undefined : JSON.parse(line);
    const spoken = given !== undefined && hasWords(given) ? given : undefined;
    function price(voice: Voice): number | null {
      if (previewUrl(voice, language) !== null) return 0;
      return spoken === undefined ? null : lineLength(spoken);
    }
    function toggle(voice: Voice): void {
      const { voiceId } = voice;
      const now = preview.getSnapshot();
      if (now.voiceId === voiceId && now.status !== 'failed') {
        preview.stop();
        return;
      }
      const url = previewUrl(voice, language);
      preview.play(voiceId, () => url ?? (spoken === undefined ? null : lines.open(voiceId, spoken)));
    }
    return { preview, price, toggle };
  }, [preview, lines, line, language]);
}

/** Stops what plays when its voice is no longer listed. */
export function usePreviewWithin(preview: VoicePreview, voices: readonly Voice[]): void {
  useEffect(() => {
    const { voiceId } = preview.getSnapshot();
    if (voiceId !== null && !voices.some((voice) => voice.voiceId === voiceId)) preview.stop();
  }, [preview, voices]);
}

/** What the preview does for one voice; renders only when that changes. */
export function usePreviewStatus(preview: VoicePreview, voiceId: string): VoicePreviewState['status'] {
  const read = () => {
    const now = preview.getSnapshot();
    return now.voiceId === voiceId ? now.status : 'idle';
  };
  return useSyncExternalStore(preview.subscribe, read, read);
}

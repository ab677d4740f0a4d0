'use client';

import type { Voice } from '../../relay/voice.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import { useVoice } from './useVoices.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface UseVoiceNameOptions {
  chosen: string | null;
  /** An app's own list: nothing is asked for then. */
  voices: readonly Voice[] | undefined;
  /** Those that were found in a list. */
  seen: ReadonlyMap<string, Voice>;
  labels: Required<Pick<VoicePickerLabels, 'none' | 'unnamed'>>;
}

/** What the chosen voice is called: asked for where no list has said it, and its id where nobody knows it. */
export function useVoiceName({ chosen, voices, seen, labels }: UseVoiceNameOptions): string {
  const known = voices?.find(({ voiceId }) => voiceId === chosen) ?? seen.get(chosen ?? '');
  const asked = useVoice(known || voices ? null : chosen);
  const voice = known ?? asked.data;
  if (voice) return voiceFacts(voice).name || labels.unnamed;
  return asked.fetchStatus === 'fetching' ? '…' : (chosen ?? labels.none);
}

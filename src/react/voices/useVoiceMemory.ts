'use client';

import { useState, useSyncExternalStore } from 'react';
import {
  createVoiceMemory,
  type RememberedVoices,
  type VoiceMemory,
  type VoiceStorage,
} from '../../voices/voice-memory.js';

/** The voices that were used and marked, kept in a storage where there is one, under a name. Both are those of the first render. */
export function useVoiceMemory(
  storage: VoiceStorage | null | undefined,
  name: string | undefined,
): [RememberedVoices, VoiceMemory] {
  const [memory] = useState(() => createVoiceMemory({ storage, name }));
  const remembered = useSyncExternalStore(memory.subscribe, memory.getSnapshot, memory.getSnapshot);
  return [remembered, memory];
}

'use client';

import { useState, useSyncExternalStore } from 'react';
import {
  createVoiceMemory,
  type RememberedVoices,
  type VoiceMemory,
  type VoiceStorage,
} from '../../voices/voice-memory.js';

/** The voices that were used and marked, kept in a storage where there is one. */
export function useVoiceMemory(storage: VoiceStorage | null | undefined): [RememberedVoices, VoiceMemory] {
  const [memory] = useState(() => createVoiceMemory({ storage }));
  const remembered = useSyncExternalStore(memory.subscribe, memory.getSnapshot, memory.getSnapshot);
  return [remembered, memory];
}

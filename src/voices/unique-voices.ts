import type { Voice } from '../relay/voice.js';

/** Each voice once, as it was and where it was the first time. */
export function uniqueVoices(voices: readonly Voice[]): readonly Voice[] {
  const byId = new Map<string, Voice>();
  for (const voice of voices) if (!byId.has(voice.voiceId)) byId.set(voice.voiceId, voice);
  return [...byId.values()];
}

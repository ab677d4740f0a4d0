import type { Speech } from './speech.js';

/** What a voice comes back with that was turned down to nothing, 0–1. */
const AUDIBLE = 0.5;

/** Silences a speech, or lets it be heard again: at half its volume where that was turned down to nothing. */
export function toggleMute(speech: Speech): void {
  const { muted, volume } = speech.getSnapshot();
  if (volume === 0) speech.setVolume(AUDIBLE);
  speech.setMuted(volume > 0 && !muted);
}

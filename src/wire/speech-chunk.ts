import type { WireAlignment } from './alignment.js';

/** One answer of `/with-timestamps`, or one line of `/stream/with-timestamps`. Times are absolute in both. */
export interface WireSpeechChunk {
  audio_base64?: string | null;
  alignment?: WireAlignment | null;
  normalized_alignment?: WireAlignment | null;
}

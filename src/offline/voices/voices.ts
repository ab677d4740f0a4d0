import { voiceRecord } from './build-voice-record.js';
import { moreSketch } from './more-sketches.js';
import { previewTone } from './preview-tone.js';
import type { VoiceRecord } from './voice-record.js';
import { VOICE_SKETCHES } from './voice-sketches.js';

/** The 40 voices of the stand-in, always the same. */
export const VOICES: readonly VoiceRecord[] = VOICE_SKETCHES.map(voiceRecord);

/** So many voices: the 40 first, then further ones in 40 languages, whose previews sound without a network. Always the same. */
export function listOfVoices(count: number): readonly VoiceRecord[] {
  const more = Array.from({ length: Math.max(0, count - VOICES.length) }, (_, place) =>
    moreVoice(VOICES.length + place),
  );
  return [...VOICES.slice(0, count), ...more];
}

function moreVoice(index: number): VoiceRecord {
  const { preview_url: named, verified_languages: verified, ...voice } = voiceRecord(moreSketch(index), index);
  // Every fortieth is at an address that nobody can reach offline, as its verified languages' are.
  if (named === null || index % 40 === 39) return { ...voice, preview_url: named, verified_languages: verified };
  let tone: string | null = null;
  const sound = () => (tone ??= previewTone(index));
  return {
    ...voice,
    verified_languages: Array.isArray(verified) ? verified.map((one) => ({ ...one, preview_url: null })) : verified,
    // Made when it is listed: 2 000 of them would take seconds that nobody waits for.
    get preview_url() {
      return sound();
    },
  };
}

/** Voices are in a collection by what they suit: its id is their `use_case`. The 40 first are in none. */
export function isInCollection(voice: VoiceRecord, collectionId: string): boolean {
  return voice.labels?.use_case === collectionId && !VOICES.includes(voice);
}

import { voiceRecord } from './build-voice-record.js';
import type { VoiceRecord } from './voice-record.js';
import { VOICE_SKETCHES } from './voice-sketches.js';

/** The 40 voices of the stand-in, always the same. */
export const VOICES: readonly VoiceRecord[] = VOICE_SKETCHES.map(voiceRecord);

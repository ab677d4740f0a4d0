import { seededNumber } from '../seeded-number.js';
import { VOICE_SKETCHES } from '../voices/voice-sketches.js';
import { VOICES } from '../voices/voices.js';

/** How Flite is asked for a voice. */
export interface FliteVoice {
  readonly name: 'slt' | 'awb' | 'rms' | 'kal' | 'kal16';
  /** Mean pitch in hertz, or null for the voice's own. */
  readonly pitch: number | null;
  /** Brings the voices to one loudness. */
  readonly gain: number;
}

/** Measured: with these each voice has an RMS of about 0.13 while it speaks, and peaks below 1. */
const GAINS = { slt: 0.75, awb: 1.15, rms: 1.3, kal: 1.1, kal16: 2.4 } as const;
const FIRST: readonly Omit<FliteVoice, 'gain'>[] = [
  { name: 'slt', pitch: null },
  { name: 'awb', pitch: null },
  { name: 'rms', pitch: null },
  { name: 'kal16', pitch: null },
  { name: 'kal', pitch: null },
  { name: 'slt', pitch: 150 },
];

/** The Flite voice that speaks for a voice of the stand-in: the first six have their own, the others one of their gender at another pitch. */
export function fliteVoice(voiceId: string): FliteVoice {
  const index = VOICES.findIndex((voice) => voice.voice_id === voiceId);
  const { name, pitch } = FIRST[index] ?? otherVoice(index);
  return { name, pitch, gain: GAINS[name] };
}

function otherVoice(index: number): Omit<FliteVoice, 'gain'> {
  const chance = seededNumber(5, index);
  if (VOICE_SKETCHES[index]?.gender === 'male')
    return { name: index % 2 === 0 ? 'awb' : 'rms', pitch: Math.round(100 + chance * 50) };
  return { name: 'slt', pitch: Math.round(155 + chance * 70) };
}

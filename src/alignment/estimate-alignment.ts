import type { Alignment } from '../wire/alignment.js';

/** How long a code point takes in speech, in units of a letter: measured roughly on English recordings of the API. */
function spokenWeight(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  if (/\n/.test(character)) return 5;
  if (/[.!?…。！？]/u.test(character)) return 6;
  if (/[,;:—–、，；：]/u.test(character)) return 3;
  if (/\s/.test(character)) return 0.7;
  if (/\p{N}/u.test(character)) return 4;
  // A character of these scripts is a syllable or a word.
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(character)) return 3;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return 2;
  return /\p{L}/u.test(character) ? 1 : 0.3;
}

/** Times for a text that came without any: its code points spread over the sound's own length (seconds) by how long they take to say. */
export function estimateAlignment(text: string, duration: number): Alignment {
  const characters = Array.from(text);
  const weights = characters.map(spokenWeight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let spoken = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const weight of weights) {
    starts.push((spoken / whole) * duration);
    spoken += weight;
    ends.push(Math.min(duration, (spoken / whole) * duration));
  }
  return { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: ends };
}

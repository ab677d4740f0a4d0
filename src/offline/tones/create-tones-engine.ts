import type { SpeakRequest, SpeechEngine, SpokenPiece } from '../engine.js';
import { seededNumber } from '../seeded-number.js';
import { splitSentences } from '../split-sentences.js';
import { isSpace } from './silent-character.js';
import { soundTones } from './sound-tones.js';
import { toneLengths } from './tone-lengths.js';

/** An engine that sounds `toneFrequency(index)` for each character, at exact times that depend on nothing but the text and the speed. White space is silent, and so is what is not to be said. */
export function createTonesEngine(): SpeechEngine {
  return { speak };
}

async function* speak(request: SpeakRequest): AsyncGenerator<SpokenPiece, void, undefined> {
  const { text, sampleRate, speed, unspoken, signal } = request;
  const characters = Array.from(text);
  const lengths = toneLengths(characters, speed);
  let firstIndex = 0;
  let startMs = 0;
  for (const sentence of splitSentences(text)) {
    signal.throwIfAborted();
    const end = firstIndex + Array.from(sentence).length;
    const first = firstIndex;
    const part = characters.slice(first, end);
    const { samples, ends } = soundTones({
      characters: part,
      lengths: lengths.slice(firstIndex, end),
      firstIndex,
      startMs,
      leadMs: firstIndex === 0 ? Math.round(160 + seededNumber(1, characters.length) * 70) : 0,
      tailMs: end === characters.length ? Math.round(200 + seededNumber(2, characters.length) * 300) : 0,
      sampleRate,
      sounds: (character, index) => !isSpace(character) && !unspoken?.has(first + index),
      level: 0.3,
    });
    yield { samples, characters: part, ends };
    startMs += Math.round((ends.at(-1) ?? 0) * 1000);
    firstIndex = end;
  }
}

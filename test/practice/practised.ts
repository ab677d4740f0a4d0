import { createSpeech, type Speech } from 'react-readalong';
import { placeSignal } from '../audio/place-signal.js';

export const RATE = 44_100;

/** A speech of PCM whose every sample says which frame it is (`frameOf`), a fifth of a second for each character of its text. */
export function practised(text: string, audioContext: AudioContext, secondsEach = 0.2): Speech {
  const frames = Math.round([...text].length * secondsEach * RATE);
  return practisedOf(placeSignal(frames), `pcm_${RATE}`, text, audioContext, secondsEach);
}

/** A speech of some bytes, each character of whose text is as long. Somebody shows it, unless they say otherwise. */
export function practisedOf(
  audio: Uint8Array<ArrayBuffer>,
  outputFormat: string,
  text: string,
  audioContext: AudioContext,
  secondsEach: number,
  isShown = true,
): Speech {
  const characters = [...text];
  const alignment = {
    characters,
    character_start_times_seconds: characters.map((_, i) => i * secondsEach),
    character_end_times_seconds: characters.map((_, i) => (i + 1) * secondsEach),
  };
  const speech = createSpeech({ audio: audio.buffer, alignment, text, outputFormat }, { audioContext });
  if (isShown) speech.subscribe(() => {});
  return speech;
}

/** Stretches of captured sound between silences of at least some frames: where they begin and end in the capture. */
export function soundsIn(samples: Float32Array, silence = 200): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let quiet = silence;
  for (let at = 0; at < samples.length; at++) {
    const loud = samples[at] !== 0;
    const last = found.at(-1);
    if (loud && quiet >= silence) found.push({ from: at, to: at + 1 });
    else if (loud && last) last.to = at + 1;
    quiet = loud ? 0 : quiet + 1;
  }
  return found;
}

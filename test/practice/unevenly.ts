import { createSpeech, type Speech } from 'react-readalong';
import { placeSignal } from '../audio/place-signal.js';
import { RATE } from './practised.js';

/** A speech whose code points last for as many seconds as is said of each; of one, the time may reach into the next one's. */
export function unevenly(
  text: string,
  audioContext: AudioContext,
  secondsOf: (codePoint: number) => number,
  { late, by }: { late: number; by: number } = { late: -1, by: 0 },
): Speech {
  const characters = [...text];
  let time = 0;
  const times = characters.map((_, i) => {
    const start = time;
    time += secondsOf(i);
    return { start, end: time + (i === late ? by : 0) };
  });
  const alignment = {
    characters,
    character_start_times_seconds: times.map(({ start }) => start),
    character_end_times_seconds: times.map(({ end }) => end),
  };
  const audio = placeSignal(Math.round(time * RATE)).buffer;
  const speech = createSpeech({ audio, alignment, text, outputFormat: `pcm_${RATE}` }, { audioContext });
  speech.subscribe(() => {});
  return speech;
}

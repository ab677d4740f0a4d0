// Whether sound goes on while the page is held up, and at the highest speed.
import { createSpeech, type Speech } from 'react-readalong';
import { type Listening, listen } from '../test/audio/listening.js';
import { frameOf, placeSignal } from '../test/audio/place-signal.js';
import { sweep, toPcm } from '../test/audio/sweep.js';
import { openWindow, until } from './sound-windows.js';

const RATE = 44_100;

/** Captured frames, and among them those that are not what should sound there. */
export interface Gaps {
  readonly frames: number;
  readonly gap: number;
  readonly isSteady: boolean;
}

/** Plays some PCM at a rate, and lets go of all of it afterwards. */
async function playing(
  audio: ArrayBuffer,
  rate: number,
  then: (sound: Listening, first: number, speech: Speech) => Promise<Omit<Gaps, 'isSteady'>>,
): Promise<Gaps> {
  const sound = await listen(RATE);
  const speech = createSpeech({ audio, text: '', outputFormat: 'pcm_44100' }, { audioContext: sound.context });
  speech.subscribe(() => {});
  speech.setPlaybackRate(rate);
  speech.play();
  await until(() => sound.started.length > 0, 'sound');
  const clock = openWindow(sound.context);
  const gaps = await then(sound, sound.started[0]?.at ?? 0, speech);
  const isSteady = clock.isSteady();
  speech.dispose();
  await sound.close();
  return { ...gaps, isSteady };
}

/** Holds the page up in the middle of play at 1x. */
export function measureBlock(milliseconds: number): Promise<Gaps> {
  return playing(placeSignal(RATE * 8).buffer, 1, async (sound, first) => {
    await sound.pass(0.4);
    for (const end = performance.now() + milliseconds; performance.now() < end; );
    await sound.pass(1);
    const frames = sound.span().to - first;
    // Every sample says which one it is, so one that is missing, late or twice is seen.
    const gap = sound.samples(first, frames).reduce((sum, sample, i) => sum + (frameOf(sample, i) === i ? 0 : 1), 0);
    return { frames, gap };
  });
}

/** Plays a tone that rises for some seconds at a speed. */
export function measureSpeed(rate: number, seconds: number): Promise<Gaps> {
  return playing(toPcm(sweep(seconds, RATE)).buffer, rate, async (sound, first, speech) => {
    await until(() => speech.getSnapshot().status === 'ended', 'the end');
    const frames = Math.floor((seconds * RATE) / rate) - 1;
    await sound.captured(first + frames);
    const samples = sound.samples(first, frames);
    // A tone is never silent for two samples.
    const gap = samples.reduce((sum, sample, i) => sum + (i > 0 && sample === 0 && samples[i - 1] === 0 ? 1 : 0), 0);
    return { frames, gap };
  });
}

Object.assign(globalThis, { measureBlock, measureSpeed });

import { skip } from './skip.js';
import type { Speech } from './speech.js';

/** Seconds of a step, where the system names none. */
const STEP = 10;

/** What a speech does at each action of a media session. */
export function sessionActions(speech: Speech): readonly (readonly [MediaSessionAction, MediaSessionActionHandler])[] {
  const step = (seconds: number): void => speech.seek(speech.currentTime() + seconds);
  return [
    ['play', () => speech.play()],
    ['pause', () => speech.pause()],
    ['stop', () => speech.stop()],
    ['seekto', ({ seekTime }) => seekTime !== undefined && speech.seek(seekTime)],
    ['seekbackward', ({ seekOffset }) => step(-(seekOffset || STEP))],
    ['seekforward', ({ seekOffset }) => step(seekOffset || STEP)],
    ['previoustrack', () => skip(speech, { sentences: -1 })],
    ['nexttrack', () => skip(speech, { sentences: 1 })],
  ];
}

import type { Speech } from './speech.js';

/** Seconds of a step, where the system names none. */
const STEP = 10;

/** What a speech does at each action of a media session. */
export function sessionActions(speech: Speech): readonly (readonly [MediaSessionAction, MediaSessionActionHandler])[] {
  const step = (seconds: number): void => speech.seek(speech.currentTime() + seconds);
  /** Where nothing follows, it stays: at the end of the text there is nothing to skip to. */
  function skip(steps: number): void {
    const { sentences } = speech.getSnapshot().timeline.spans;
    const index = Math.max(0, sentences.indexAt(speech.currentOffset()) + steps);
    if (index < sentences.count) speech.seekToOffset(sentences.start(index));
  }
  return [
    ['play', () => speech.play()],
    ['pause', () => speech.pause()],
    ['stop', () => speech.stop()],
    ['seekto', ({ seekTime }) => seekTime !== undefined && speech.seek(seekTime)],
    ['seekbackward', ({ seekOffset }) => step(-(seekOffset || STEP))],
    ['seekforward', ({ seekOffset }) => step(seekOffset || STEP)],
    ['previoustrack', () => skip(-1)],
    ['nexttrack', () => skip(1)],
  ];
}

import { peaksOf } from '../../audio/peaks.js';
import type { Speech } from '../../speech/speech.js';

/** Seconds of sound to a bar. */
const WINDOW = 0.06;

/** Moves the bars of an element with how loud it is that is heard, each a little later than the one before. Returns how to stop. */
export function bindLevel(speech: Speech, box: HTMLElement): () => void {
  const peaks = peaksOf(speech.sound);
  const bars = [...box.querySelectorAll('i')];
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  function show(): void {
    const isHeard = speech.getSnapshot().status === 'playing' && !calm.matches;
    const now = speech.currentTime();
    for (const [index, bar] of bars.entries()) {
      const from = now - index * WINDOW;
      const loudness = isHeard && from >= 0 ? peaks.between(from, from + WINDOW) : 0;
      bar.style.setProperty('--level', String(typeof loudness === 'number' ? loudness ** 0.6 : 0));
    }
  }
  show();
  const leave = [speech.subscribeFrames(show), speech.watch(show)];
  return () => {
    for (const stop of leave) stop();
  };
}

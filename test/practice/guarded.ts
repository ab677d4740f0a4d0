import type { Speech } from 'react-readalong';
import { secondOf, sweep, toPcm } from '../audio/sweep.js';
import { practisedOf, RATE } from './practised.js';

/** Hertz and loudness of what lies outside the stretch that is practised. */
const GUARD = 6000;
const LOUD = 0.8;
/** Frames of the windows in which it is looked for, and in which the place is told by the pitch. */
const LOOK = 220;
const PITCH = 882;

/** Where the stretch lies, in seconds. */
export const FROM = 0.4;
export const TO = 1.2;
/** "old lamp", of characters of a tenth of a second. */
export const RANGE = { start: 4, end: 12 };
export const EACH = 0.1;
const TEXT = 'The old lamp was lit.';

/** A speech whose pitch tells the place within a stretch, and that screams outside of it, so that nothing of that goes unheard. */
export function guarded(audioContext: AudioContext, isShown = true): Speech {
  const samples = sweep(TEXT.length * EACH, RATE);
  for (let i = 0; i < samples.length; i++) {
    const isInside = i >= FROM * RATE && i < TO * RATE;
    if (!isInside) samples[i] = LOUD * Math.sin((2 * Math.PI * GUARD * i) / RATE);
  }
  return practisedOf(toPcm(samples), `pcm_${RATE}`, TEXT, audioContext, EACH, isShown);
}

/** How loud it is at its loudest what lies outside of the stretch, against full scale. */
export function loudestOutside(heard: Float32Array): number {
  let most = 0;
  for (let from = 0; from + LOOK <= heard.length; from += LOOK >> 1) {
    let [real, imaginary] = [0, 0];
    for (let i = 0; i < LOOK; i++) {
      const sample = (heard[from + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / LOOK));
      real += sample * Math.cos((2 * Math.PI * GUARD * i) / RATE);
      imaginary += sample * Math.sin((2 * Math.PI * GUARD * i) / RATE);
    }
    most = Math.max(most, (4 * Math.hypot(real, imaginary)) / LOOK);
  }
  return most;
}

/** A place that was heard: the second of the sound, and the frame of the capture. */
export interface HeardPlace {
  readonly at: number;
  readonly second: number;
}

/** The places of the stretch that were heard, each hundredth of a second; none where it was silent or in a fade. */
export function placesIn(heard: Float32Array): HeardPlace[] {
  const places: HeardPlace[] = [];
  for (let at = 0; at + PITCH <= heard.length; at += RATE / 100) {
    const window = heard.subarray(at, at + PITCH);
    if (isSteady(window)) places.push({ at: at + PITCH / 2, second: secondOf(window, roughly(window), RATE) });
  }
  // A window over a border holds two places, and its pitch is of neither.
  const isNear = (a: HeardPlace, b: HeardPlace | undefined): boolean => Math.abs(a.second - (b?.second ?? 0)) < 0.05;
  return places.filter((place, i) => isNear(place, places[i - 1]) || isNear(place, places[i + 1]));
}

/** How often the places went back to an earlier one: once less than there were rounds. */
export const returns = (places: readonly HeardPlace[]): number =>
  places.filter(({ second }, i) => second < (places[i - 1]?.second ?? 0) - 0.1).length;

/** Whether a window is as loud as it can be in all its eighths, of a period each: no fade hides in one of them. */
function isSteady(window: Float32Array): boolean {
  const eighth = window.length >> 3;
  const peaks = Array.from({ length: 8 }, (_, i) =>
    window.subarray(i * eighth, (i + 1) * eighth).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
  );
  return Math.min(...peaks) > 0.3;
}

/** The second by how often the sound crosses zero: within a tenth. */
function roughly(window: Float32Array): number {
  let crossings = 0;
  let [first, last] = [0, 0];
  for (let i = 1; i < window.length; i++) {
    const [a, b] = [window[i - 1] ?? 0, window[i] ?? 0];
    if (a < 0 === b < 0) continue;
    last = i - 1 + a / (a - b);
    if (crossings++ === 0) first = last;
  }
  const hertz = ((crossings - 1) * RATE) / 2 / (last - first);
  return (hertz - 300) / 380;
}

import type { Speech } from './speech.js';

/** Hands on what belongs to a speech; `plays` where the sound goes on by itself. */
export type HandOn = (next: Speech, plays: boolean) => void;

const handed = new WeakMap<Speech, HandOn[]>();

/** Calls back when another speech takes the place of this one, as where the reader chooses another voice. */
export function onSucceeded(speech: Speech, handOn: HandOn): void {
  handed.set(speech, [...(handed.get(speech) ?? []), handOn]);
}

/** Says that a speech has taken the place of another. */
export function succeed(before: Speech, next: Speech, plays: boolean): void {
  for (const handOn of handed.get(before) ?? []) handOn(next, plays);
}

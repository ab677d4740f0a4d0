import type { WireAlignment } from '../../wire/alignment.js';

/** One element of an alignment, seconds from the start of the request. */
export interface TimedCharacter {
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

/** Seconds with three decimals, as the API writes them. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Some elements as the wire carries them. */
export function toWireAlignment(timed: readonly TimedCharacter[]): WireAlignment {
  return {
    characters: timed.map((element) => element.character),
    character_start_times_seconds: timed.map((element) => element.start),
    character_end_times_seconds: timed.map((element) => element.end),
  };
}

/** The model's side of an alignment: one space of padding before the first element and after the last, which give it some of their silence. */
export function padEnds(timed: readonly TimedCharacter[], ends: { first: boolean; last: boolean }): TimedCharacter[] {
  const padded = [...timed];
  const head = padded[0];
  if (ends.first && head) {
    const cut = toMilliseconds(head.start + Math.min(0.1, (head.end - head.start) / 2));
    padded.splice(0, 1, { character: ' ', start: head.start, end: cut }, { ...head, start: cut });
  }
  const tail = padded.at(-1);
  if (ends.last && tail) {
    const cut = toMilliseconds(tail.end - Math.min(0.15, (tail.end - tail.start) / 2));
    padded.splice(-1, 1, { ...tail, end: cut }, { character: ' ', start: cut, end: tail.end });
  }
  return padded;
}

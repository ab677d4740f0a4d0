import type { Alignment } from '../wire/alignment.js';
import type { KeptTimes } from './shelf.js';

/** Joins the times of an answer's chunks, or returns null where none had any. Chunk times are absolute: nothing is added to them. */
export function joinTimes(chunks: readonly Alignment[]): KeptTimes | null {
  const alignments = chunks.filter(({ characters }) => characters.length > 0);
  if (alignments.length === 0) return null;
  const ends: number[] = [];
  const startTimes: number[] = [];
  const endTimes: number[] = [];
  let length = 0;
  let unequal = false;
  for (const { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: stops } of alignments) {
    unequal ||= starts.length !== characters.length || stops.length !== characters.length;
    for (const [i, character] of characters.entries()) {
      length += character.length;
      ends.push(length);
      startTimes.push(starts[i] ?? Number.NaN);
      endTimes.push(stops[i] ?? Number.NaN);
    }
  }
  // Filled up, no list would tell that they were not of one length.
  if (unequal) startTimes.push(Number.NaN);
  return {
    text: alignments.flatMap(({ characters }) => characters).join(''),
    ends: Uint32Array.from(ends),
    startTimes: Float64Array.from(startTimes),
    endTimes: Float64Array.from(endTimes),
  };
}

/** The times of a whole answer, as one chunk would have brought them. */
export function splitTimes({ text, ends, startTimes, endTimes }: KeptTimes): Alignment {
  return {
    characters: Array.from(ends, (end, i) => text.slice(i === 0 ? 0 : ends[i - 1], end)),
    characterStartTimesSeconds: Array.from(startTimes),
    characterEndTimesSeconds: Array.from(endTimes),
  };
}

/** Whether something that was read from a disk can be times. */
export function isKeptTimes(value: unknown): value is KeptTimes {
  if (typeof value !== 'object' || value === null) return false;
  const { text, ends, startTimes, endTimes }: Partial<Record<keyof KeptTimes, unknown>> = value;
  return (
    typeof text === 'string' &&
    ends instanceof Uint32Array &&
    startTimes instanceof Float64Array &&
    endTimes instanceof Float64Array &&
    endTimes.length === ends.length &&
    (startTimes.length === ends.length || startTimes.length === ends.length + 1) &&
    ends.every((end, i) => end >= (ends[i - 1] ?? 0)) &&
    (ends.at(-1) ?? 0) === text.length
  );
}

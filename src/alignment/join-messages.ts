import type { Alignment } from '../wire/alignment.js';
import { DUST, LEAP } from './mend-head.js';
import type { GivenAlignment } from './spread-words.js';

/** The alignments of messages as one. Messages that count from their own start go one behind the other. Null where none has any. */
export function joinMessages(parts: readonly (Alignment | null)[]): GivenAlignment | null {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let lastStart = 0;
  let lastEnd = 0;
  let shift = 0;
  let hasRestarted = false;
  for (const part of parts) {
    if (!part) continue;
    const first = part.characterStartTimesSeconds.find((start) => start >= 0);
    if (first !== undefined && startsAnew(first, shift, lastStart, lastEnd)) {
      shift = lastEnd;
      hasRestarted = true;
    }
    for (const [i, character] of part.characters.entries()) {
      // Exactly a time for each character: what a message leaves out must not move the times of the next.
      const start = (part.characterStartTimesSeconds[i] ?? Number.NaN) + shift;
      const end = (part.characterEndTimesSeconds[i] ?? Number.NaN) + shift;
      characters.push(character);
      starts.push(start);
      ends.push(end);
      if (start >= 0) lastStart = start;
      if (start >= 0) lastEnd = Math.max(lastEnd, end >= start && end - start <= LEAP ? end : start);
    }
  }
  if (characters.length === 0) return null;
  return {
    characters,
    characterStartTimesSeconds: starts,
    characterEndTimesSeconds: ends,
    ...(hasRestarted && { quality: { level: 'repaired', reasons: ['restarted-times'] } }),
  };
}

/**
 * Whether a message counts from its own start: its first time is 0 again, or falls nearer to the beginning than to the end of
 * what was before. One that only overlaps falls a little.
 */
function startsAnew(first: number, shift: number, lastStart: number, lastEnd: number): boolean {
  if (first + shift >= lastEnd - DUST) return false;
  return first <= DUST || (first + shift < lastStart - DUST && first < (lastEnd - shift) / 2);
}

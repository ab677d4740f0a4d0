import type { ArrangedSound } from '../audio/arrangement.js';
import type { PcmPart } from '../audio/part.js';
import type { Point } from '../audio/program.js';
import { silentPart } from '../audio/silent-part.js';
import { slicePart } from '../audio/slice-part.js';
import type { PracticeRound } from './practice-round.js';

/** Which round a point belongs to, and whether it lies in the silence behind it. */
export interface RoundPlace {
  readonly number: number;
  readonly round: PracticeRound;
  readonly isGap: boolean;
}

/** What of a round lies in one part of the source, or the silence behind a round. */
export interface Stretch extends RoundPlace {
  /** Whether a round begins with it. */
  readonly isFirst: boolean;
  /** Its sound; undefined while it is not known where the round begins, or nothing of that is here. */
  part(): PcmPart | undefined;
  /** The stretch that the round goes on with: null where it ends with this, undefined while nobody knows. */
  next(): Stretch | null | undefined;
  /** Where a frame of it comes from; null of silence, and while nobody knows. */
  sourceOf(frame: number): Point | null;
  /** Its frame that comes from a point of the source; null where that is not to be heard in it. */
  frameOf(source: Point): number | null;
}

/** The beginning of a round. */
export const firstStretch = (sound: ArrangedSound, number: number, round: PracticeRound): Stretch =>
  createStretch(sound, number, round, null);

/** The silence behind a round. */
export const silence = ({ number, round }: RoundPlace, frames: number, sampleRate: number): Stretch => {
  const part = silentPart(frames, sampleRate);
  return {
    ...{ number, round, isGap: true, isFirst: false },
    part: () => part,
    next: () => null,
    sourceOf: () => null,
    frameOf: () => null,
  };
};

/** @param goesOn The part of the source that it begins with; null where the round begins with it. */
function createStretch(sound: ArrangedSound, number: number, round: PracticeRound, goesOn: number | null): Stretch {
  const { program } = sound;
  const isFirst = goesOn === null;
  let start: Point | null = isFirst ? null : { part: goesOn, frame: 0 };
  let source: PcmPart | null = null;
  let slice: PcmPart | null = null;

  /** Looks where it is, as soon as that is known. */
  function place(): Point | null {
    start ??= sound.startOf(round.range.start);
    return start;
  }

  /** The frame behind its last: 'end' where the round goes on in another part, null while that is not known. */
  function end(): number | 'end' | null {
    const point = sound.endOf(round.range.end);
    if (!point) return null;
    return point.part === place()?.part ? point.frame : 'end';
  }

  /** The part that the round goes on in; where the sound itself ends, it does too. */
  function nextPart(): number | 'end' | 'unknown' {
    if (typeof end() === 'number') return 'end';
    const from = place();
    return from ? program.after(from.part) : 'unknown';
  }

  function part(): PcmPart | undefined {
    const from = place();
    const here = from ? program.part(from.part) : undefined;
    if (!from || !here) return undefined;
    // A recording that is bought again is another part.
    if (here !== source || !slice) {
      source = here;
      slice = slicePart(here, {
        from: from.frame,
        to: end,
        fadesIn: isFirst,
        fadesOut: () => nextPart() === 'end',
      });
    }
    return slice;
  }

  return {
    ...{ number, round, isFirst, part },
    isGap: false,
    next() {
      const next = nextPart();
      if (typeof next === 'number') return createStretch(sound, number, round, next);
      return next === 'end' ? null : undefined;
    },
    sourceOf(frame) {
      const from = place();
      const last = (part()?.frames().ready ?? 0) - 1;
      return from && { part: from.part, frame: from.frame + Math.max(0, Math.min(frame, last)) };
    },
    frameOf(point) {
      const from = place();
      const behind = end();
      if (point.part !== from?.part || point.frame < from.frame) return null;
      // Where nothing sounds, its one place is still its own.
      const isBefore = typeof behind !== 'number' || point.frame < Math.max(behind, from.frame + 1);
      return isBefore ? point.frame - from.frame : null;
    },
  };
}

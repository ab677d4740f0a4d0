import type { ArrangedSound, Arrangement } from '../audio/arrangement.js';
import type { PcmPart } from '../audio/part.js';
import type { Point } from '../audio/program.js';
import { silentPart } from '../audio/silent-part.js';
import { slicePart } from '../audio/slice-part.js';
import type { PracticeRound, PracticeRounds } from './practice-round.js';

/** Which round a point belongs to, and whether it lies in the silence behind it. */
export interface RoundPlace {
  readonly number: number;
  readonly round: PracticeRound;
  readonly isGap: boolean;
}

/** Rounds as one program, sample for sample: each begins where the one before it ends. */
export interface ArrangedRounds extends Arrangement {
  roundAt(point: Point): RoundPlace;
}

/** Seconds from the start of one round to that of the next, at least: less is a buzz and not a word. */
const SHORTEST = 0.1;

/** A stretch of one part of the source, or the silence behind a round. */
interface Stretch extends RoundPlace {
  /** Part of the source; null while nobody knows where the round begins. */
  part: number | null;
  /** Its first frame there. */
  from: number;
  source: PcmPart | null;
  slice: PcmPart | null;
}

export function arrangeRounds(sound: ArrangedSound, rounds: PracticeRounds): ArrangedRounds {
  const { program } = sound;
  const stretches: Stretch[] = [];
  begin(0);

  function begin(number: number): boolean {
    const round = rounds(number);
    if (!round) return false;
    stretches.push({ number, round, isGap: false, part: null, from: 0, source: null, slice: null });
    return true;
  }

  const isFirst = (index: number): boolean => stretches[index - 1]?.number !== stretches[index]?.number;

  /** Looks where it is, as soon as that is known. */
  function place(stretch: Stretch): void {
    if (stretch.part !== null || stretch.isGap) return;
    const start = sound.startOf(stretch.round.range.start);
    stretch.part = start?.part ?? null;
    stretch.from = start?.frame ?? 0;
  }

  /** The frame behind the last of a stretch: 'end' where the round goes on in another part, null while that is not known. */
  function endOf({ part, round }: Stretch): number | 'end' | null {
    const end = sound.endOf(round.range.end);
    if (!end) return null;
    return end.part === part ? end.frame : 'end';
  }

  /** Whether the round ends with it; where the sound itself ends, it does. */
  function isLast(stretch: Stretch): boolean {
    return typeof endOf(stretch) === 'number' || (stretch.part !== null && program.after(stretch.part) === 'end');
  }

  function partAt(index: number): PcmPart | undefined {
    const stretch = stretches[index];
    if (!stretch || stretch.isGap) return stretch?.slice ?? undefined;
    place(stretch);
    const source = stretch.part === null ? undefined : program.part(stretch.part);
    if (!source) return undefined;
    // A recording that is bought again is another part.
    if (stretch.source !== source || !stretch.slice) {
      stretch.source = source;
      stretch.slice = slicePart(source, {
        from: stretch.from,
        to: () => endOf(stretch),
        fadesIn: isFirst(index),
        fadesOut: () => isLast(stretch),
      });
    }
    return stretch.slice;
  }

  /** Frames of a round up to one of its stretches. */
  function framesUntil(index: number): number {
    const own = partAt(index)?.frames().ready ?? 0;
    return isFirst(index) ? own : own + framesUntil(index - 1);
  }

  function addGap(index: number, { number, round, part }: Stretch): boolean {
    const heard = framesUntil(index);
    const rate = partAt(index)?.sampleRate ?? 0;
    const frames = Math.round(Math.max(heard * round.gap, SHORTEST * rate * round.tempo - heard));
    if (heard === 0 || frames <= 0) return false;
    stretches.push({ number, round, isGap: true, part, from: 0, source: null, slice: silentPart(frames, rate) });
    return true;
  }

  function after(index: number): number | 'end' | 'unknown' {
    if (index + 1 < stretches.length) return index + 1;
    const stretch = stretches[index];
    if (!stretch) return 'end';
    if (!stretch.isGap) {
      if (!isLast(stretch)) {
        const next = stretch.part === null ? 'unknown' : program.after(stretch.part);
        if (next === 'unknown') return next;
        if (next !== 'end') {
          stretches.push({ ...stretch, part: next, from: 0, source: null, slice: null });
          return index + 1;
        }
      }
      // Of nothing, endless rounds would never end.
      if (framesUntil(index) === 0) return 'end';
      if (addGap(index, stretch)) return index + 1;
    }
    return begin(stretch.number + 1) ? index + 1 : 'end';
  }

  /** Where the stretch, or the one before it, ends at the latest. */
  function sourceOf({ part: index, frame }: Point): Point {
    const stretch = stretches[index];
    const frames = partAt(index)?.frames().ready ?? 0;
    if (stretch && !stretch.isGap && stretch.part !== null) {
      return { part: stretch.part, frame: stretch.from + Math.max(0, Math.min(frame, frames - 1)) };
    }
    // In the silence, and before the next round is known, the last sound counts.
    return index > 0 ? sourceOf({ part: index - 1, frame: Infinity }) : { part: 0, frame: 0 };
  }

  return {
    program: {
      part: partAt,
      after,
      tempoOf: (index) => stretches[index]?.round.tempo ?? 1,
      want(at, aheadSeconds) {
        // Where the first round begins is not known yet: who waits for that place has asked for it.
        if (stretches[0]?.part !== null) program.want(sourceOf(at), aheadSeconds);
      },
      subscribe: program.subscribe,
    },
    sourceOf,
    pointOf(source, heard) {
      const number = stretches[heard.part]?.number;
      for (const [index, stretch] of stretches.entries()) {
        if (stretch.number !== number || stretch.isGap) continue;
        place(stretch);
        const end = endOf(stretch);
        const isBefore = typeof end !== 'number' || source.frame < end;
        if (stretch.part === source.part && source.frame >= stretch.from && isBefore) {
          return { part: index, frame: source.frame - stretch.from };
        }
      }
      return null;
    },
    roundAt({ part }) {
      const stretch = stretches[Math.min(part, stretches.length - 1)];
      if (!stretch) throw new RangeError('An exercise without rounds was begun. Give it one at least.');
      return stretch;
    },
  };
}

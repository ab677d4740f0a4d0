import type { ArrangedSound, Arrangement } from '../audio/arrangement.js';
import type { Point } from '../audio/program.js';
import type { PracticeRounds } from './practice-round.js';
import { firstStretch, type RoundPlace, type Stretch, silence } from './stretch.js';

/** Rounds as one program, sample for sample: each begins where the one before it ends. */
export interface ArrangedRounds extends Arrangement {
  roundAt(point: Point): RoundPlace;
}

/** Seconds from the start of one round to that of the next, at least: less is a buzz and not a word. */
const SHORTEST = 0.1;
/** Rounds that are remembered: of the shortest, more than are ever on their way to the ear. Endless ones would fill the page. */
const REMEMBERED = 500;

/** Arranges the rounds of an exercise. @throws RangeError where it has none. */
export function arrangeRounds(sound: ArrangedSound, rounds: PracticeRounds): ArrangedRounds {
  const { program } = sound;
  /** By their number in the program. */
  const stretches = new Map<number, Stretch>();
  let last = -1;
  begin(0);

  function add(stretch: Stretch): number {
    stretches.set(++last, stretch);
    for (const [index, { number }] of stretches) {
      if (number >= stretch.number - REMEMBERED) break;
      stretches.delete(index);
    }
    return last;
  }

  function begin(number: number | null): number | 'end' {
    const round = number === null ? null : rounds(number);
    return number === null || !round ? 'end' : add(firstStretch(sound, number, round));
  }

  /** Frames of a round up to one of its stretches. */
  function framesUntil(index: number): number {
    const stretch = stretches.get(index);
    const own = stretch?.part()?.frames().ready ?? 0;
    return !stretch || stretch.isFirst ? own : own + framesUntil(index - 1);
  }

  function after(index: number): number | 'end' | 'unknown' {
    if (index < last) return index + 1;
    const stretch = stretches.get(index);
    if (!stretch) return 'end';
    if (stretch.isGap) return begin(stretch.number + 1);
    const next = stretch.next();
    if (next === undefined) return 'unknown';
    if (next) return add(next);
    const heard = framesUntil(index);
    // Of nothing, endless rounds would never end.
    if (heard === 0) return begin(stretch.round.elsewhere);
    const { gap, tempo } = stretch.round;
    const rate = stretch.part()?.sampleRate ?? 0;
    const frames = Math.round(Math.max(heard * gap, SHORTEST * rate * tempo - heard));
    return frames > 0 ? add(silence(stretch, frames, rate)) : begin(stretch.number + 1);
  }

  /** Where the stretch, or the one before it, ends at the latest. */
  function sourceOf({ part: index, frame }: Point): Point {
    const source = stretches.get(index)?.sourceOf(frame);
    if (source) return source;
    // In the silence, and before the next round is known, the last sound counts.
    return stretches.has(index - 1)
      ? sourceOf({ part: index - 1, frame: Number.POSITIVE_INFINITY })
      : { part: 0, frame: 0 };
  }

  return {
    program: {
      part: (index) => stretches.get(index)?.part(),
      after,
      tempoOf: (index) => stretches.get(index)?.round.tempo ?? 1,
      want(at, aheadSeconds) {
        // Where the first round begins is not known yet: who waits for that place has asked for it.
        if (last > 0 || stretches.get(0)?.sourceOf(0)) program.want(sourceOf(at), aheadSeconds);
      },
      subscribe: program.subscribe,
    },
    sourceOf,
    pointOf(source, heard) {
      const number = stretches.get(heard.part)?.number;
      for (const [part, stretch] of stretches) {
        const frame = stretch.number === number ? stretch.frameOf(source) : null;
        if (frame !== null) return { part, frame };
      }
      return null;
    },
    roundAt({ part }) {
      const stretch = stretches.get(Math.min(part, last));
      if (!stretch) throw new RangeError('An exercise without rounds was begun. Give it one at least.');
      return stretch;
    },
  };
}

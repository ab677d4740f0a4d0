import type { TextRange } from '../alignment/text-range.js';
import type { Detour } from '../audio/arrangement.js';
import type { Point } from '../audio/program.js';
import { arrangeRounds } from './arrange-rounds.js';
import type { Exercise } from './exercise.js';
import type { PracticeVoice } from './practice-voice.js';

/** What of an exercise is heard. */
export interface ExercisePlace {
  readonly range: TextRange;
  /** How often that was heard before. */
  readonly round: number;
  readonly rounds: number;
  readonly phase: 'hearing' | 'gap' | 'waiting';
  readonly tempo: number;
}

/** An exercise that is done at the moment. */
export interface BegunExercise {
  readonly exercise: Exercise;
  /** What became of it. `left` also where the reader rests at a place that is not in it, and whose time is not known yet. */
  readonly state: Detour['state'];
  place(): ExercisePlace;
  /** Goes on with the text itself, from the place that is heard. */
  leave(): void;
}

/** Behind all that was heard of an exercise. */
const LAST: Point = { part: Number.MAX_SAFE_INTEGER, frame: 0 };

/** Begins an exercise in place of whatever is played. */
export function beginExercise(voice: PracticeVoice, exercise: Exercise): BegunExercise {
  const rounds = arrangeRounds(voice.sound, exercise.rounds);
  const detour = voice.arrange(exercise.range, rounds);

  function restsElsewhere(): boolean {
    if (voice.getSnapshot().status !== 'paused') return false;
    const offset = voice.currentOffset();
    const isOutside = offset < exercise.range.start || offset >= exercise.range.end;
    return isOutside && voice.sound.startOf(offset) === null;
  }

  return {
    exercise,
    get state() {
      return detour.state === 'on' && restsElsewhere() ? 'left' : detour.state;
    },
    place() {
      const { round, isGap } = rounds.roundAt(detour.state === 'on' ? detour.heard() : LAST);
      return {
        range: round.range,
        round: round.hearing,
        rounds: round.times,
        phase: detour.state === 'over' ? 'waiting' : isGap ? 'gap' : 'hearing',
        tempo: round.tempo,
      };
    },
    leave: detour.leave,
  };
}

import type { TextRange } from '../alignment/text-range.js';
import type { TextSpans } from '../alignment/text-spans.js';
import type { PracticeRound, PracticeRounds } from './practice-round.js';
import { type PracticeUnit, unitRange } from './unit-range.js';

/** How a stretch of the text is repeated. */
export interface LoopOptions {
  /** How often it is heard; Infinity is until somebody stops it, less than 1 or no number is once. @default Infinity */
  times?: number | undefined;
  /** Silence behind each hearing, for saying it again: against the length of the stretch, 1 is as long. What is not finite is none. @default 0 */
  gap?: number | undefined;
  /**
   * How fast the first hearing is, the second and so on, against the playback rate that is set: [0.6, 0.8, 1]. The last counts for all
   * that follow. 0.5–3, and so is what comes of both. @default [1]
   */
  tempos?: readonly number[] | undefined;
  /** What becomes of the sound after the last hearing. @default 'pause' */
  after?: 'pause' | 'go-on' | undefined;
  /** Whether a voice that is silent begins to speak, or when `play` of the speech is called. @default 'play' */
  start?: 'play' | 'wait' | undefined;
  /** What `next` goes by, to come to another stretch. @default 'sentence' */
  unit?: PracticeUnit | undefined;
}

/** What is practised: one stretch, or a text unit by unit. */
export interface Exercise {
  readonly mode: 'loop' | 'drill';
  /** From the first character that it plays to the last. */
  readonly range: TextRange;
  readonly rounds: PracticeRounds;
  readonly after: 'pause' | 'go-on';
}

type Plan = Required<Pick<LoopOptions, 'gap' | 'tempos'>> & { readonly times: number };

function planOf({ times = Number.POSITIVE_INFINITY, gap = 0, tempos = [1] }: LoopOptions): Plan {
  // A silence without end would be a loop that never comes back.
  return { times: Math.max(1, Math.floor(times) || 1), gap: Number.isFinite(gap) ? Math.max(0, gap) : 0, tempos };
}

function roundOf(
  range: TextRange,
  { times, gap, tempos }: Plan,
  hearing: number,
  elsewhere: number | null,
): PracticeRound {
  const wished = tempos[Math.min(hearing, tempos.length - 1)] ?? 1;
  const tempo = Number.isNaN(wished) ? 1 : Math.min(3, Math.max(0.5, wished));
  return { range, gap, tempo, hearing, times, elsewhere };
}

/** One stretch, again and again. */
export function loopExercise(range: TextRange, options: LoopOptions): Exercise {
  const plan = planOf(options);
  return {
    mode: 'loop',
    range,
    after: options.after ?? 'pause',
    rounds: (round) => (round < plan.times ? roundOf(range, plan, round, null) : null),
  };
}

/** How a text is gone through piece by piece. */
export interface DrillOptions extends LoopOptions {
  /** Whether the next unit follows by itself, or when `next` is called. @default 'pause' */
  between?: 'pause' | 'go-on' | undefined;
}

/**
 * A text unit by unit, from one of them on; null where that is none. Each is heard `times` times, by default once. What the options say
 * may change meanwhile: it counts from the next round on.
 */
export function drillExercise(
  spans: () => TextSpans,
  unit: PracticeUnit,
  first: number,
  options: () => DrillOptions,
): Exercise | null {
  const { between = 'pause', after = 'pause' } = options();
  const plan = (): Plan => planOf({ ...options(), times: options().times ?? 1 });
  const range = unitRange(spans(), unit, first);
  if (!range) return null;
  /** The unit of the round that was asked for last, and its first round. */
  let index = first;
  let begun = 0;
  let last = 0;
  return {
    mode: 'drill',
    range: between === 'pause' ? range : { start: range.start, end: spans().text.length },
    after,
    rounds(round) {
      const now = plan();
      // Rounds are left out where nothing of a unit sounds.
      if (round - begun >= now.times || round > last + 1) {
        index++;
        begun = round;
      }
      last = round;
      if (between === 'pause' && index > first) return null;
      const stretch = unitRange(spans(), unit, index);
      const next = Number.isFinite(now.times) ? begun + now.times : null;
      return stretch && roundOf(stretch, now, round - begun, next);
    },
  };
}

import type { TextRange } from '../alignment/text-range.js';
import type { TextSpans } from '../alignment/text-spans.js';
import type { PracticeRound, PracticeRounds } from './practice-round.js';
import { type PracticeUnit, unitRange } from './unit-range.js';

/** How a stretch of the text is repeated. */
export interface LoopOptions {
  /** How often it is heard; Infinity is until somebody stops it. @default Infinity */
  times?: number | undefined;
  /** Silence behind each hearing, for saying it again: against the length of the stretch, 1 is as long. @default 0 */
  gap?: number | undefined;
  /** How fast the first hearing is, the second and so on, against the playback rate that is set: [0.6, 0.8, 1]. The last counts for all that follow. @default [1] */
  tempos?: readonly number[] | undefined;
  /** What becomes of the sound after the last hearing. @default 'pause' */
  after?: 'pause' | 'go-on' | undefined;
}

/** What is practised: one stretch, or a text unit by unit. */
export interface Exercise {
  readonly mode: 'loop' | 'drill';
  /** From the first character that it plays to the last. */
  readonly range: TextRange;
  readonly rounds: PracticeRounds;
  /** How often each stretch is heard. */
  readonly times: number;
  readonly after: 'pause' | 'go-on';
}

type Plan = Required<Pick<LoopOptions, 'gap' | 'tempos'>> & { readonly times: number };

function planOf({ times = Number.POSITIVE_INFINITY, gap = 0, tempos = [1] }: LoopOptions): Plan {
  return { times: Math.max(1, Math.floor(times) || 1), gap: Math.max(0, gap || 0), tempos };
}

function roundOf(range: TextRange, { gap, tempos }: Plan, hearing: number): PracticeRound {
  const tempo = tempos[Math.min(hearing, tempos.length - 1)] ?? 1;
  return { range, gap, tempo: Math.min(3, Math.max(0.5, tempo || 1)) };
}

/** One stretch, again and again. */
export function loopExercise(range: TextRange, options: LoopOptions): Exercise {
  const plan = planOf(options);
  return {
    mode: 'loop',
    range,
    times: plan.times,
    after: options.after ?? 'pause',
    rounds: (round) => (round < plan.times ? roundOf(range, plan, round) : null),
  };
}

/** How a text is gone through piece by piece. */
export interface DrillOptions extends LoopOptions {
  /** Whether the next unit follows by itself, or when `next` is called. @default 'pause' */
  between?: 'pause' | 'go-on' | undefined;
}

/** A text unit by unit, from one of them on; null where that is none. Each is heard `times` times, by default once. */
export function drillExercise(
  spans: () => TextSpans,
  unit: PracticeUnit,
  first: number,
  { between = 'pause', times = 1, ...options }: DrillOptions,
): Exercise | null {
  const plan = planOf({ ...options, times });
  const range = unitRange(spans(), unit, first);
  if (!range) return null;
  return {
    mode: 'drill',
    range: between === 'pause' ? range : { start: range.start, end: spans().text.length },
    times: plan.times,
    after: options.after ?? 'pause',
    rounds(round) {
      const step = plan.times === Number.POSITIVE_INFINITY ? 0 : Math.floor(round / plan.times);
      if (between === 'pause' && step > 0) return null;
      const stretch = unitRange(spans(), unit, first + step);
      return stretch && roundOf(stretch, plan, round - (step && step * plan.times));
    },
  };
}

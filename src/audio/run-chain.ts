import type { Point } from './program.js';
import type { Run } from './run.js';

/** The newest run, and those at other speeds that sound until it does. */
export interface RunChain {
  /** What sounds at a context time (seconds). */
  pointAt(time: number): Point;
  /** Drops a run of which nothing was scheduled, and returns those that sound from a context time (seconds) on until another takes over. */
  handOver(time: number): readonly Run[];
  /** Fades all of them out at once. Returns the point at which it falls silent. */
  stop(): Point;
}

export function createRunChain(others: readonly Run[], newest: Run, now: () => number): RunChain {
  const runs = [...others, newest];
  const begun = (): readonly Run[] => runs.filter(({ startTime }) => startTime !== null);

  /** Each gives way at the start of the next. */
  function at(time: number): Run {
    const some = begun();
    return some.findLast(({ startTime }) => startTime !== null && startTime <= time) ?? some[0] ?? newest;
  }

  return {
    pointAt: (time) => at(time).pointAt(time),
    handOver(time) {
      if (newest.startTime === null) newest.stop();
      const some = begun();
      return some.slice(Math.max(0, some.indexOf(at(time))));
    },
    stop() {
      const heard = at(now());
      for (const run of runs) if (run !== heard) run.stop();
      return heard.stop();
    },
  };
}

/** The later of two points. */
export const laterOf = (a: Point, b: Point): Point =>
  a.part > b.part || (a.part === b.part && a.frame > b.frame) ? a : b;

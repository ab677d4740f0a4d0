import { heardTime } from './output-clock.js';
import type { Point, Program } from './program.js';
import type { Run } from './run.js';

export interface FeedRunOptions {
  program: Program;
  run: Run;
  from: Point;
  /** Seconds that must be there before the first sound. */
  least: number;
  context: AudioContext;
  signal: AbortSignal;
  /** The first piece is on its way to the ear. */
  onSound(): void;
  /** What was there is played out and more is coming: time holds at this point. */
  onStarved(at: Point): void;
}

/** Seconds scheduled ahead of the clock: enough for a busy page, and for a hidden one, whose timers are slow. */
const AHEAD = 0.9;
const AHEAD_HIDDEN = 3.5;
/** Seconds to a piece: short at first, so that it starts at once. */
const PIECE = 1;

/**
 * Keeps a run supplied until its program ends.
 * Resolves with the last point once that was heard, or null when it gave way to another run. Rejects with AudioError.
 */
export async function feedRun({
  program,
  run,
  from,
  least,
  context,
  signal,
  onSound,
  onStarved,
}: FeedRunOptions): Promise<Point | null> {
  let at = from;
  let sounding = false;
  while (!signal.aborted) {
    const ahead = typeof document !== 'undefined' && document.hidden ? AHEAD_HIDDEN : AHEAD;
    program.want(at, ahead);
    const part = program.parts()[at.part];
    const { ready, final } = part?.frames() ?? { ready: 0, final: false };
    const there = Math.max(0, ready - at.frame) / (part?.sampleRate ?? 1);
    const scheduled = sounding ? run.endTime - context.currentTime : 0;

    if (part && final && at.frame >= ready) {
      if (at.part + 1 < program.parts().length) at = { part: at.part + 1, frame: 0 };
      else
        return untilHeard({
          part: at.part,
          frame: Math.max(ready, from.part === at.part ? Math.min(from.frame, ready) : 0),
        });
      continue;
    }
    if (!part || (there < least && !final && !sounding) || there === 0) {
      if (sounding && heardTime(context) >= run.endTime) {
        onStarved(at);
        return null;
      }
      await change(sounding ? Math.max(0.02, run.endTime - heardTime(context)) : Number.POSITIVE_INFINITY);
      continue;
    }
    if (scheduled > ahead) {
      await change(scheduled - ahead);
      continue;
    }
    const count = Math.min(ready - at.frame, Math.ceil((sounding ? PIECE : 0.35) * part.sampleRate));
    const samples = await part.read(at.frame, count, signal);
    if (signal.aborted) return null;
    run.schedule(samples, part.sampleRate, at);
    at = { part: at.part, frame: at.frame + count };
    if (!sounding) onSound();
    sounding = true;
  }
  return null;

  /** Resolves when the program grew, after some seconds, or on abort. */
  function change(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = Number.isFinite(seconds) ? setTimeout(done, seconds * 1000) : undefined;
      const leave = program.subscribe(done);
      signal.addEventListener('abort', done);
      function done(): void {
        clearTimeout(timer);
        leave();
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
  }

  /** The end is where the sound ends, as heard: a suspended clock never gets there. */
  async function untilHeard(end: Point): Promise<Point | null> {
    while (!signal.aborted) {
      const left = run.endTime - heardTime(context);
      if (left <= 0) return end;
      await change(Math.max(0.01, left));
    }
    return null;
  }
}

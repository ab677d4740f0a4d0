import type { Point, Program } from './program.js';
import { type ResampledPart, resampledPart } from './resampled-part.js';
import type { Run } from './run.js';
import { createTempo, type TempoPiece } from './tempo.js';

export interface FeedRunOptions {
  program: Program;
  run: Run;
  from: Point;
  /** What sounds until the run does, at another speed, or null. */
  before: Run | null;
  /** Seconds on the context's clock at which the run is to take over from it. */
  due: number;
  /** 0.5–3; 1 leaves the samples as they are. */
  playbackRate: number;
  /** Seconds that must be there before the first sound. */
  least: number;
  context: AudioContext;
  /** Seconds on the context's clock of what is heard at this moment. */
  heardTime(): number;
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
const FIRST_PIECE = 0.35;
const PIECE = 1;
/** Seconds that taking over from another speed needs at least. */
const TAKE_OVER = 0.03;

type Samples = Float32Array<ArrayBuffer>;

/**
 * Keeps a run supplied until its program ends.
 * Resolves with the last point once that was heard, or null when it gave way to another run. Rejects with AudioError
 * where a stretch cannot be decoded, once what came before it was heard.
 */
export async function feedRun(options: FeedRunOptions): Promise<Point | null> {
  const { program, run, from, before, due, least, context, heardTime, signal, onSound, onStarved } = options;
  let number = from.part;
  let playbackRate = rateNow();
  let tempo = createTempo(playbackRate, context.sampleRate);
  /** The next frame to read, at the rate of the context; null until the part is there that says where that is. */
  let at: number | null = null;
  let sounding = false;
  let waited = false;
  while (!signal.aborted) {
    const ahead = isHidden() ? AHEAD_HIDDEN : AHEAD;
    const wanted = partNow();
    program.want(wanted && at !== null ? { part: number, frame: wanted.toPart(at) } : from, ahead * playbackRate);
    // Who buys may tell others of it, and one of them may have stopped this.
    if (signal.aborted) return null;
    // After that, since what somebody has is there as soon as it is wanted, and nobody tells of it again.
    const part = partNow();
    const { ready, final } = part?.frames() ?? { ready: 0, final: false };
    if (part && ready > 0) at ??= part.fromPart(from.frame);
    const next: number = at ?? 0;
    const there = Math.max(0, ready - next) / context.sampleRate / playbackRate;
    const scheduled = sounding ? run.endTime - context.currentTime : 0;

    if (part && final && next >= ready) {
      // What the change of speed held back for its next window.
      emit(tempo.push(new Float32Array(0), { part: number, frame: next }, true), part);
      const after = program.after(number);
      if (after === 'end') {
        run.finish();
        await untilHeard(options);
        return signal.aborted ? null : { part: number, frame: program.part(number)?.frames().ready ?? 0 };
      }
      if (after === 'unknown') {
        if (await starves()) return null;
        continue;
      }
      number = after;
      playbackRate = rateNow();
      tempo = createTempo(playbackRate, context.sampleRate);
      at = 0;
    } else if (!part || (there < least && !final && !sounding) || there === 0 || isTooLate()) {
      if (await starves()) return null;
    } else if (scheduled > ahead) {
      await change(options, scheduled - ahead);
    } else {
      const wished = Math.ceil((sounding ? PIECE : FIRST_PIECE) * playbackRate * context.sampleRate);
      const count = Math.min(ready - next, wished);
      const samples = await readOrSayLater(part, next, count, options);
      if (signal.aborted) return null;
      emit(tempo.push(samples, { part: number, frame: next }, false), part);
      at = next + count;
    }
  }
  return null;

  function rateNow(): number {
    return Math.min(3, Math.max(0.5, options.playbackRate * (program.tempoOf?.(number) ?? 1)));
  }

  function partNow(): ResampledPart | undefined {
    const part = program.part(number);
    return part && resampledPart(part, context.sampleRate);
  }

  /** Waits for more; true once all that was there was heard. */
  async function starves(): Promise<boolean> {
    const sounds = sounding ? run : before;
    const left = sounds ? sounds.endTime - heardTime() : Number.POSITIVE_INFINITY;
    if (sounds && left <= 0) {
      // The speed's window holds back some sound: it goes on from what was heard, not from what was read.
      onStarved(sounds.endPoint);
      return true;
    }
    waited = true;
    await change(options, Math.max(0.02, left));
    return false;
  }

  /** What sounds at another speed is beyond the place where this was to take over, and is heard to its end. */
  function isTooLate(): boolean {
    return waited && !sounding && before !== null && context.currentTime > due - TAKE_OVER;
  }

  function emit({ samples, locate }: TempoPiece, { toPart }: ResampledPart): void {
    if (samples.length === 0) return;
    run.schedule(samples, (sample) => {
      const { part, frame } = locate(sample);
      return { part, frame: toPart(frame) };
    });
    const isFirst = !sounding;
    sounding = true;
    if (isFirst) onSound();
  }
}

const isHidden = (): boolean => typeof document !== 'undefined' && document.hidden;

/** Reads; where that fails, lets what is scheduled be heard before it says so. */
async function readOrSayLater(
  part: ResampledPart,
  from: number,
  count: number,
  options: FeedRunOptions,
): Promise<Samples> {
  try {
    return await part.read(from, count, options.signal);
  } catch (cause) {
    await untilHeard(options);
    throw cause;
  }
}

/** The end is where the sound ends, as heard: a suspended clock never gets there. Resolves on abort as well. */
async function untilHeard(options: FeedRunOptions): Promise<void> {
  while (!options.signal.aborted) {
    const { run, before, heardTime } = options;
    const last = run.startTime === null && before ? before : run;
    const left = last.endTime - heardTime();
    if (left <= 0) return;
    await change(options, Math.max(0.01, left));
  }
}

/** Resolves when the program grew, after some seconds, when the page is hidden or shown, or on abort. */
function change({ program, signal }: FeedRunOptions, seconds: number): Promise<void> {
  const page = typeof document === 'undefined' ? null : document;
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = Number.isFinite(seconds) ? setTimeout(done, seconds * 1000) : undefined;
    const leave = program.subscribe(done);
    signal.addEventListener('abort', done);
    page?.addEventListener('visibilitychange', done);
    function done(): void {
      clearTimeout(timer);
      leave();
      signal.removeEventListener('abort', done);
      page?.removeEventListener('visibilitychange', done);
      resolve();
    }
  });
}

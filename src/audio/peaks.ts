import { createListeners } from './listeners.js';
import type { PcmPart } from './part.js';
import type { Point, Program } from './program.js';

/** What peaks are taken of: parts, and where a time lies in them. */
export interface PeakSource {
  readonly program: Pick<Program, 'part' | 'after' | 'subscribe'>;
  pointAt(seconds: number): Point;
}

/** How loud a sound is over time, as far as anybody has decoded it. */
export interface Peaks {
  /** How loud it is between two times in seconds: 0–1, null where it is not known, 'away' where the sound itself is not here. */
  between(from: number, to: number): number | 'away' | null;
  /** Calls back when more is known, or the sound grew. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Decodes a second that nobody has decoded yet and returns true; false where there is none. Rejects with the signal's reason. */
  decodeNext(signal: AbortSignal): Promise<boolean>;
}

/** Peaks a second: of less, a word could not be seen. */
const FINENESS = 50;
/** Milliseconds between two looks at what there is. */
const PAUSE = 100;
const BYTE = 255;

/** The peaks of one part, a byte each: 0 is not known, 1 silence. One of which some was read counts as known. */
interface PartPeaks {
  readonly part: PcmPart;
  levels: Uint8Array;
  /** Seconds, from its beginning, in which nothing is unknown. */
  done: number;
  leave: () => void;
}

const shared = new WeakMap<PeakSource, Peaks>();

/** The peaks of a sound, taken from the first time on that anybody asked for them: whoever looks at it later need not decode it again. */
export function peaksOf(source: PeakSource): Peaks {
  const found = shared.get(source) ?? createPeaks(source);
  shared.set(source, found);
  return found;
}

/** Takes the peaks of a sound while others read it, and reads itself only where it is told to. They live as long as the sound. */
export function createPeaks({ program, pointAt }: PeakSource): Peaks {
  const listeners = createListeners();
  const known = new Map<number, PartPeaks>();
  let isLooking = false;

  function peaksOf(number: number): PartPeaks | null {
    const part = program.part(number);
    const found = known.get(number);
    // What is bought again is another part, or one that has less than before.
    if (found && found.part === part && found.done * part.sampleRate <= part.frames().ready) return found;
    found?.leave();
    known.delete(number);
    if (!part) return null;
    const own: PartPeaks = { part, levels: new Uint8Array(0), done: 0, leave: () => {} };
    own.leave =
      part.onRead?.((from, samples) => {
        take(own, from, samples);
        listeners.call();
      }) ?? own.leave;
    known.set(number, own);
    return own;
  }

  function look(): void {
    isLooking = false;
    for (let number: ReturnType<Program['after']> = 0; typeof number === 'number'; number = program.after(number)) {
      peaksOf(number);
    }
    listeners.call();
  }

  /** The levels of one part between two frames added up, with how many there were of those that are known and of those that are here. */
  function add(number: number, from: number, to: number, sum: { level: number; known: number; here: number }): void {
    const own = peaksOf(number);
    if (!own) return;
    const { ready } = own.part.frames();
    const step = own.part.sampleRate / FINENESS;
    const last = Math.max(Math.floor(from / step) + 1, Math.round(Math.min(to, ready) / step));
    for (let at = Math.floor(from / step); at < last && at * step < ready; at++) {
      const level = own.levels[at] ?? 0;
      sum.here++;
      if (level === 0) continue;
      sum.known++;
      sum.level += (level - 1) / (BYTE - 1);
    }
  }

  look();
  program.subscribe(() => {
    // A book has hundreds of parts, and a stream grows many times a second.
    if (!isLooking) setTimeout(look, PAUSE);
    isLooking = true;
  });

  return {
    between(from, to) {
      const [start, end] = [pointAt(from), pointAt(to)];
      const sum = { level: 0, known: 0, here: 0 };
      for (let number: ReturnType<Program['after']> = start.part; typeof number === 'number' && number <= end.part; ) {
        add(number, number === start.part ? start.frame : 0, number === end.part ? end.frame : Infinity, sum);
        number = program.after(number);
      }
      if (sum.known > 0) return sum.level / sum.known;
      return sum.here > 0 ? null : 'away';
    },
    subscribe: listeners.add,
    async decodeNext(signal) {
      for (const number of [...known.keys()]) {
        const own = peaksOf(number);
        if (!own) continue;
        const { part } = own;
        const { ready } = part.frames();
        const from = firstUnknown(own, ready);
        if (from === null) continue;
        const samples = await part.read(from, Math.min(part.sampleRate, ready - from), signal);
        // Of a part that tells nobody what is read of it.
        if (!part.onRead) take(own, from, samples);
        if (!part.onRead) listeners.call();
        return true;
      }
      return false;
    },
  };
}

/** The first frame of a second that is here as a whole, or is the part's last, and has a stretch of which nothing is known. */
function firstUnknown(own: PartPeaks, ready: number): number | null {
  const { part, levels } = own;
  const { sampleRate } = part;
  for (; (own.done + 1) * sampleRate <= ready; own.done++) {
    for (let at = own.done * FINENESS; at < (own.done + 1) * FINENESS; at++) {
      if (!levels[at]) return own.done * sampleRate;
    }
  }
  if (!part.frames().final) return null;
  for (let at = own.done * FINENESS; at < Math.floor((ready * FINENESS) / sampleRate); at++) {
    if (!levels[at]) return own.done * sampleRate;
  }
  return null;
}

function take(own: PartPeaks, from: number, samples: Float32Array): void {
  const step = own.part.sampleRate / FINENESS;
  const until = Math.ceil((from + samples.length) / step);
  if (own.levels.length < until) {
    const more = new Uint8Array(Math.max(until, own.levels.length * 2));
    more.set(own.levels);
    own.levels = more;
  }
  for (let at = Math.floor(from / step); at < until; at++) {
    const end = Math.min(samples.length, Math.round((at + 1) * step) - from);
    let loudest = 0;
    for (let i = Math.max(0, Math.round(at * step) - from); i < end; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i] ?? 0));
    }
    own.levels[at] = Math.max(own.levels[at] ?? 0, 1 + Math.round(Math.min(1, loudest) * (BYTE - 1)));
  }
}

import { type TextTimes, timesNow } from '../alignment/text-times.js';
import { createHeardReads } from '../audio/heard-reads.js';
import { createListeners } from '../audio/listeners.js';
import type { PcmPart } from '../audio/part.js';
import type { SpeechError } from '../errors.js';
import type { Recording } from '../store/recording.js';

/**
 * `unbought` also after what was coming was given up; `whole` also where only its beginning was kept;
 * `failed` for good: it is passed over, or the end.
 */
export type PartPhase = 'unbought' | 'coming' | 'whole' | 'failed';

/** One stretch of a long text: its sound once it was bought, with the pause that belongs behind it. */
export interface DocumentPart extends PcmPart {
  /** UTF-16 offset in the document at which it begins. Its number in the program. */
  readonly start: number;
  readonly phase: PartPhase;
  readonly error: SpeechError | null;
  readonly recording: Recording | null;
  /** Times of its own text, from its own beginning; null before any came. */
  readonly times: TextTimes | null;
  /** Seconds of what came so far, from its beginning; of all with the pause once it is whole. */
  readonly seconds: number;
  /** Whether somebody waits for what is coming. */
  readonly isHeld: boolean;
  /** Takes hold of what was bought for it. */
  take(recording: Recording): void;
  /** All of it is here. `pause`: seconds of silence to put behind it. */
  finish(pause: number): void;
  /** Its beginning is kept, up to some seconds; what followed is another part's matter. */
  keepHead(seconds: number): void;
  /** Is given up for good. */
  fail(error: SpeechError): void;
  /** Forgets what came, so that it can be bought. */
  reset(): void;
  /** Lets go of its recording for now (after a while, or at once), and takes hold of it again. */
  release(when?: 'now'): void;
  revive(): void;
}

/** `onChange` hears of everything that comes for it. */
export function createDocumentPart(start: number, declaredRate: number, onChange: () => void): DocumentPart {
  const listeners = createListeners();
  let phase: PartPhase = 'unbought';
  let recording: Recording | null = null;
  let error: SpeechError | null = null;
  let times: TextTimes | null = null;
  let knownUntil = -1;
  /** Frames of its recording that belong to it, where these are not all. */
  let most = Infinity;
  let pauseFrames = 0;
  let free: ((when?: 'now') => void) | null = null;
  let leave = (): void => {};

  const rate = (): number => recording?.audio.sampleRate ?? declaredRate;
  const received = (): number => Math.min(most, recording?.audio.frames().ready ?? 0);
  const change = (): void => {
    onChange();
    listeners.call();
  };

  function drop(when?: 'now'): void {
    leave();
    leave = () => {};
    free?.(when);
    free = null;
  }

  return {
    id: `part at ${start}`,
    start,
    get phase() {
      return phase;
    },
    get error() {
      return error;
    },
    get recording() {
      return recording;
    },
    get isHeld() {
      return free !== null;
    },
    get times() {
      const track = recording?.times;
      if (!track || (track.knownUntil === knownUntil && times?.quality === track.quality)) return times;
      knownUntil = track.knownUntil;
      times = timesNow(track);
      return times;
    },
    get seconds() {
      return (received() + pauseFrames) / rate();
    },
    get sampleRate() {
      return rate();
    },
    frames: () => ({ ready: received() + pauseFrames, final: phase === 'whole' || phase === 'failed' }),
    ...createHeardReads(async (from, count, signal) => {
      const sound = Math.max(0, Math.min(count, received() - from));
      const samples = recording && sound > 0 ? await recording.audio.read(from, sound, signal) : new Float32Array(0);
      if (sound === count) return samples;
      const padded = new Float32Array(count);
      padded.set(samples);
      return padded;
    }),
    received: async () => (await recording?.audio.received()) ?? new Uint8Array(0),
    onGrow: listeners.add,
    take(bought) {
      drop();
      recording = bought;
      times = null;
      knownUntil = -1;
      error = null;
      phase = 'coming';
      free = bought.retain();
      leave = bought.subscribe(change);
    },
    finish(pause) {
      phase = 'whole';
      pauseFrames = Math.round(pause * rate());
      listeners.call();
    },
    keepHead(seconds) {
      phase = 'whole';
      most = Math.floor(seconds * rate());
      listeners.call();
    },
    fail(cause) {
      phase = 'failed';
      error = cause;
      most = 0;
      listeners.call();
    },
    reset() {
      drop('now');
      recording = null;
      error = null;
      times = null;
      most = Infinity;
      phase = 'unbought';
    },
    release: drop,
    revive() {
      if (!recording || free) return;
      free = recording.retain();
      leave = recording.subscribe(change);
    },
  };
}

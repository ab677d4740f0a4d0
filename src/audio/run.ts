import { createEnvelope } from './envelope.js';
import type { Point } from './program.js';

/** Samples of one part, in a row, that were given to the context. */
interface Piece {
  /** Context frame of the first sample. */
  readonly at: number;
  /** Context frames that it lasts. */
  readonly length: number;
  readonly locate: Locate;
}

/** Where in its program a frame of some samples comes from. */
export type Locate = (frame: number) => Point;

/**
 * One stretch of uninterrupted play: pieces back to back on exact context frames, and the map from context time to
 * what sounds then. A pause, a seek or a starved wait ends it; the next begins another.
 */
export interface Run {
  /** Seconds on the context's clock at which the first piece begins, or null before there is one. */
  readonly startTime: number | null;
  /** Seconds on the context's clock at which the last piece ends; 0 before the first. */
  readonly endTime: number;
  /** The point behind the last piece; where it starts before the first. */
  readonly endPoint: Point;
  /** Adds samples, a frame of the context each. Later than planned where the context was faster than the page. */
  schedule(samples: Float32Array<ArrayBuffer>, locate: Locate): void;
  /** Nothing will follow: the sound is left as it ends. What may be cut short fades out. */
  finish(): void;
  /** What sounds at a context time (seconds): held at the start before it and at the end behind it. */
  pointAt(time: number): Point;
  /** Fades out at once, or at a context time (seconds); of several times the earliest counts. Returns the point at which it falls silent. */
  stop(at?: number): Point;
}

/** Seconds from asking to sounding: less and a busy machine is late. */
const LEAD = 0.025;
const FADE = 0.005;
/** Context frames that must lie between a start and the clock after it, so that it was surely in time: two quanta. */
const MARGIN = 256;

/** Creates a run from a point. It sounds as soon as it can, but not before `earliest` (seconds on the context's clock). */
export function createRun(context: AudioContext, output: AudioNode, start: Point, earliest = 0): Run {
  const rate = context.sampleRate;
  const gain = context.createGain();
  // Shut until the first source is surely in time: one that is taken back may have begun.
  const envelope = createEnvelope(gain.gain, () => context.currentTime);
  gain.connect(output);
  const pieces: Piece[] = [];
  const sources = new Set<AudioBufferSourceNode>();
  let next = Math.ceil(earliest * rate);
  let startTime: number | null = null;
  /** Context frame from which on it sounds without a gap. */
  let opened = 0;
  /** Seconds on the context's clock at which the fade begins that is there in case nothing follows, or null. */
  let fadeTime: number | null = null;
  let stopTime = Number.POSITIVE_INFINITY;

  const clock = (): number => Math.round(context.currentTime * rate);

  /** Starts a source at `next`, or as soon after it as is surely in time. */
  function startInTime(buffer: AudioBuffer): void {
    const planned = next;
    for (let lead = LEAD; ; lead *= 2) {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(gain);
      // At a low rate the lead is few frames: the fade before it must be in time as well.
      next = Math.max(next, clock() + Math.ceil(Math.max(lead * rate, MARGIN + FADE * rate)));
      source.start(next / rate);
      // The page may have been held up between reading the clock and starting: then it sounds late, and the map would lie.
      if (clock() + MARGIN <= next || lead > 1) {
        if (startTime === null || next > planned || !keepOpen()) open(next);
        keep(source);
        return;
      }
      source.disconnect();
      source.stop();
    }
  }

  function keep(source: AudioBufferSourceNode): void {
    sources.add(source);
    source.onended = () => {
      sources.delete(source);
      source.disconnect();
      if (stopTime < Number.POSITIVE_INFINITY && sources.size === 0) gain.disconnect();
    };
  }

  /** In mid-sound a hard start clicks; the beginning of a part is left as it is, and opened a frame early. */
  function open(at: number): void {
    const hard = startTime === null && start.frame === 0;
    fadeTime = null;
    opened = at;
    startTime ??= at / rate;
    if (hard) envelope.ramp(1, (at - 1) / rate, 0);
    else envelope.ramp(1, at / rate, FADE);
  }

  /** There is no end here: takes back the fade. False where it is too late for that. */
  function keepOpen(): boolean {
    if (fadeTime === null) return true;
    if (clock() + MARGIN > fadeTime * rate) return false;
    envelope.ramp(1, fadeTime, FADE);
    fadeTime = null;
    return true;
  }

  /** Sound that ends in the middle clicks, and a busy page may not be back in time to fade it: so it is told at once. */
  function fadeUnlessMore(): void {
    const end = next / rate;
    // A short piece leaves little time: then it reaches into the one before, as far as that is still to come.
    const from = Math.max(end - FADE, (clock() + MARGIN) / rate, opened / rate);
    if (from >= end) return;
    fadeTime = from;
    envelope.ramp(0, from, end - from);
  }

  function pointAt(time: number): Point {
    const frame = time * rate;
    const piece = pieces.findLast(({ at }) => at <= frame) ?? pieces[0];
    return piece ? piece.locate(Math.min(Math.max(0, frame - piece.at), piece.length)) : start;
  }

  return {
    get startTime() {
      return startTime;
    },
    get endTime() {
      const last = pieces.at(-1);
      return last ? (last.at + last.length) / rate : 0;
    },
    get endPoint() {
      const last = pieces.at(-1);
      return last ? last.locate(last.length) : start;
    },
    schedule(samples, locate) {
      const buffer = context.createBuffer(1, samples.length, rate);
      buffer.copyToChannel(samples, 0);
      startInTime(buffer);
      pieces.push({ at: next, length: samples.length, locate });
      next += samples.length;
      fadeUnlessMore();
      // Only what may still be heard is asked for: some seconds back cover every latency.
      while ((pieces[1]?.at ?? next) < clock() - 3 * rate) pieces.shift();
    },
    finish() {
      if (stopTime === Number.POSITIVE_INFINITY) keepOpen();
    },
    pointAt,
    stop(at = context.currentTime) {
      const unheard = startTime === null || at <= startTime;
      if (at < stopTime) {
        stopTime = at;
        if (unheard) envelope.silence();
        else if (fadeTime === null || at < fadeTime) envelope.ramp(0, at, FADE);
        for (const source of sources) source.stop(at + FADE * 2);
        if (sources.size === 0) gain.disconnect();
      }
      return unheard ? start : pointAt(Math.min(at, stopTime) + FADE);
    },
  };
}

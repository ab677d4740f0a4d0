import type { Point } from './program.js';

/** Samples of one part, in a row, that were given to the context. */
interface Piece {
  /** Context frame of the first sample. */
  readonly at: number;
  /** Context frames that it lasts. */
  readonly length: number;
  /** Frames of the samples to one frame of the context. */
  readonly rate: number;
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
  /** Adds samples at a sample rate. Later than planned where the context was faster than the page. */
  schedule(samples: Float32Array<ArrayBuffer>, sampleRate: number, locate: Locate): void;
  /** What sounds at a context time (seconds): held at the start before it and at the end behind it. */
  pointAt(time: number): Point;
  /** Fades out at once, or at a context time (seconds). Returns the point at which it falls silent. */
  stop(at?: number): Point;
}

/** Seconds from asking to sounding: less and a busy machine is late. */
const LEAD = 0.025;
const FADE = 0.005;
/** Context frames that must lie between a start and the clock after it, so that it was surely in time: two quanta. */
const MARGIN = 256;

/** Creates a run from a point. It sounds as soon as it can, but not before `earliest` (seconds on the context's clock). */
export function createRun(context: AudioContext, output: AudioNode, start: Point, earliest = 0): Run {
  const gain = context.createGain();
  // Shut until the first source is surely in time: one that is taken back may have begun.
  gain.gain.value = 0;
  gain.connect(output);
  const pieces: Piece[] = [];
  const sources = new Set<AudioBufferSourceNode>();
  let next = Math.ceil(earliest * context.sampleRate);
  let startTime: number | null = null;
  let stopped = false;

  const clock = (): number => Math.round(context.currentTime * context.sampleRate);

  /** Starts a source at `next`, or as soon after it as is surely in time. */
  function startInTime(buffer: AudioBuffer): void {
    for (let lead = LEAD; ; lead *= 2) {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(gain);
      next = Math.max(next, clock() + Math.ceil(lead * context.sampleRate));
      source.start(next / context.sampleRate);
      // The page may have been held up between reading the clock and starting: then it sounds late, and the map would lie.
      if (clock() + MARGIN <= next || lead > 1) {
        if (startTime === null) open(next);
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
      if (stopped && sources.size === 0) gain.disconnect();
    };
  }

  /** In mid-sound a hard start clicks; the beginning of a part is left as it is, and opened a frame early. */
  function open(at: number): void {
    startTime = at / context.sampleRate;
    if (start.frame === 0) gain.gain.setValueAtTime(1, (at - 1) / context.sampleRate);
    else {
      gain.gain.setValueAtTime(0, at / context.sampleRate);
      gain.gain.linearRampToValueAtTime(1, at / context.sampleRate + FADE);
    }
  }

  function pointAt(time: number): Point {
    const frame = time * context.sampleRate;
    let last = pieces[0];
    for (let i = pieces.length - 1; i >= 0; i--) {
      const piece = pieces[i];
      if (!piece || piece.at > frame) continue;
      last = piece;
      break;
    }
    if (!last) return start;
    const into = Math.min(Math.max(0, frame - last.at), last.length);
    return last.locate(into * last.rate);
  }

  return {
    get startTime() {
      return startTime;
    },
    get endTime() {
      const last = pieces.at(-1);
      return last ? (last.at + last.length) / context.sampleRate : 0;
    },
    get endPoint() {
      const last = pieces.at(-1);
      return last ? last.locate(Math.round(last.length * last.rate)) : start;
    },
    schedule(samples, sampleRate, locate) {
      const buffer = context.createBuffer(1, samples.length, sampleRate);
      buffer.copyToChannel(samples, 0);
      startInTime(buffer);
      const rate = sampleRate / context.sampleRate;
      const length = Math.round(samples.length / rate);
      pieces.push({ at: next, length, rate, locate });
      next += length;
      // Only what may still be heard is asked for: some seconds back cover every latency.
      while ((pieces[1]?.at ?? next) < clock() - 3 * context.sampleRate) pieces.shift();
    },
    pointAt,
    stop(at = context.currentTime) {
      if (stopped) return pointAt(at);
      stopped = true;
      const { gain: level } = gain;
      if (at <= context.currentTime) {
        level.cancelScheduledValues(at);
        level.setValueAtTime(level.value, at);
      } else level.setValueAtTime(1, at);
      level.linearRampToValueAtTime(0, at + FADE);
      for (const source of sources) source.stop(at + FADE * 2);
      if (sources.size === 0) gain.disconnect();
      return pointAt(at + FADE);
    },
  };
}

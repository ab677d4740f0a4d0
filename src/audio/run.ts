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
  /** Seconds on the context's clock at which the fade begins that is there in case nothing follows, or null. */
  let fadeTime: number | null = null;
  let stopped = false;

  const clock = (): number => Math.round(context.currentTime * context.sampleRate);

  /** Starts a source at `next`, or as soon after it as is surely in time. */
  function startInTime(buffer: AudioBuffer): void {
    const planned = next;
    for (let lead = LEAD; ; lead *= 2) {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(gain);
      next = Math.max(next, clock() + Math.ceil(lead * context.sampleRate));
      source.start(next / context.sampleRate);
      // The page may have been held up between reading the clock and starting: then it sounds late, and the map would lie.
      if (clock() + MARGIN <= next || lead > 1) {
        if (startTime === null || next > planned) open(next);
        else keepOpen();
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
    const first = startTime === null;
    fadeTime = null;
    startTime ??= at / context.sampleRate;
    if (first && start.frame === 0) gain.gain.setValueAtTime(1, (at - 1) / context.sampleRate);
    else {
      gain.gain.setValueAtTime(0, at / context.sampleRate);
      gain.gain.linearRampToValueAtTime(1, at / context.sampleRate + FADE);
    }
  }

  /** There is no end here: takes back the fade, unless it is too late for that. */
  function keepOpen(): void {
    if (fadeTime === null || clock() + MARGIN > fadeTime * context.sampleRate) return;
    gain.gain.cancelScheduledValues(fadeTime);
    fadeTime = null;
  }

  /** Sound that ends in the middle clicks, and a busy page may not be back in time to fade it: so it is told at once. */
  function fadeUnlessMore(): void {
    const end = next / context.sampleRate;
    const last = pieces.at(-1);
    if (!last || last.length < 4 * FADE * context.sampleRate) return;
    fadeTime = end - FADE;
    gain.gain.setValueAtTime(1, fadeTime);
    gain.gain.linearRampToValueAtTime(0, end);
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
    return last.locate(into);
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
      return last ? last.locate(last.length) : start;
    },
    schedule(samples, locate) {
      const buffer = context.createBuffer(1, samples.length, context.sampleRate);
      buffer.copyToChannel(samples, 0);
      startInTime(buffer);
      pieces.push({ at: next, length: samples.length, locate });
      next += samples.length;
      fadeUnlessMore();
      // Only what may still be heard is asked for: some seconds back cover every latency.
      while ((pieces[1]?.at ?? next) < clock() - 3 * context.sampleRate) pieces.shift();
    },
    finish: keepOpen,
    pointAt,
    stop(at = context.currentTime) {
      if (stopped) return pointAt(at);
      stopped = true;
      const { gain: level } = gain;
      if (fadeTime === null || at < fadeTime) {
        const now = at <= context.currentTime;
        level.cancelScheduledValues(at);
        level.setValueAtTime(now ? level.value : 1, at);
        level.linearRampToValueAtTime(0, at + FADE);
      }
      for (const source of sources) source.stop(at + FADE * 2);
      if (sources.size === 0) gain.disconnect();
      return pointAt(at + FADE);
    },
  };
}

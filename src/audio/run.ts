import type { Point } from './program.js';

/** Samples of one part, in a row, that were given to the context. */
interface Piece {
  /** Context frame of the first sample. */
  readonly at: number;
  /** Context frames that it lasts. */
  readonly length: number;
  readonly from: Point;
  /** Frames of the part to one frame of the context. */
  readonly rate: number;
}

/**
 * One stretch of uninterrupted play: pieces back to back on exact context frames, and the map from context time to
 * what sounds then. A pause, a seek or a starved wait ends it; the next begins another.
 */
export interface Run {
  /** Seconds on the context's clock at which the last piece ends; 0 before the first. */
  readonly endTime: number;
  /** Adds samples of a part at its sample rate. Later than planned where the context was faster than the page. */
  schedule(samples: Float32Array<ArrayBuffer>, sampleRate: number, from: Point): void;
  /** What sounds at a context time (seconds): held at the start before it and at the end behind it. */
  pointAt(time: number): Point;
  /** Fades out at once. Returns the point at which it fell silent. */
  stop(): Point;
}

/** Seconds from asking to sounding: less and a busy machine is late. */
const LEAD = 0.025;
const FADE = 0.005;
/** Context frames that must lie between a start and the clock after it, so that it was surely in time: two quanta. */
const MARGIN = 256;

export function createRun(context: AudioContext, output: AudioNode, start: Point): Run {
  const gain = context.createGain();
  // Shut until the first source is surely in time: one that is taken back may have begun.
  gain.gain.value = 0;
  gain.connect(output);
  const pieces: Piece[] = [];
  const sources = new Set<AudioBufferSourceNode>();
  let next = 0;
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
        if (pieces.length === 0) open(next);
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
    return { part: last.from.part, frame: last.from.frame + Math.floor(into * last.rate) };
  }

  return {
    get endTime() {
      const last = pieces.at(-1);
      return last ? (last.at + last.length) / context.sampleRate : 0;
    },
    schedule(samples, sampleRate, from) {
      const buffer = context.createBuffer(1, samples.length, sampleRate);
      buffer.copyToChannel(samples, 0);
      startInTime(buffer);
      const rate = sampleRate / context.sampleRate;
      const length = Math.round(samples.length / rate);
      pieces.push({ at: next, length, from, rate });
      next += length;
      // Only what may still be heard is asked for: some seconds back cover every latency.
      while ((pieces[1]?.at ?? next) < clock() - 3 * context.sampleRate) pieces.shift();
    },
    pointAt,
    stop() {
      if (stopped) return pointAt(context.currentTime);
      stopped = true;
      const now = context.currentTime;
      gain.gain.cancelScheduledValues(now);
      gain.gain.setValueAtTime(gain.gain.value, now);
      gain.gain.linearRampToValueAtTime(0, now + FADE);
      for (const source of sources) source.stop(now + FADE * 2);
      if (sources.size === 0) gain.disconnect();
      return pointAt(now + FADE);
    },
  };
}

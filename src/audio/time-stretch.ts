import { bestOverlap } from './best-overlap.js';

/** Sound at another speed, and where each of its frames comes from. */
export interface Stretched {
  readonly samples: Float32Array<ArrayBuffer>;
  /** Input frame (fractional) of an output frame, counted from the first of `samples`. Never falls. */
  inputAt(outputFrame: number): number;
}

/**
 * Changes the speed of speech and keeps its pitch (WSOLA: waveform similarity overlap-add). Input comes in any pieces;
 * output lags behind it by about 40 ms until the end is told.
 */
export interface Stretcher {
  /** Adds input, and returns the output that is sure by now. `final` says that no more input comes. */
  push(input: Float32Array, final: boolean): Stretched;
}

/** Seconds of a window: two or three periods of a low voice. Half of it is the step from one to the next. */
const WINDOW = 0.029;
/** Seconds by which a window may be moved to where it fits. */
const SEARCH = 0.01;

/** Creates a stretcher at a rate (0.5–3, 2 is twice as fast) for a sample rate. */
export function createStretcher(rate: number, sampleRate: number): Stretcher {
  const step = Math.round((WINDOW / 2) * sampleRate);
  const reach = Math.round(SEARCH * sampleRate);
  const fade = Float32Array.from({ length: step }, (_, i) => 0.5 - 0.5 * Math.cos((Math.PI * (i + 0.5)) / step));
  let input = new Float32Array(0);
  /** Input frame of input[0]. */
  let base = 0;
  let received = 0;
  let steps = 0;
  /** Where the sound goes on by itself: the end of the last window's first half. */
  let natural = 0;

  function keep(more: Float32Array): void {
    const from = Math.min(input.length, Math.max(0, Math.floor(Math.min(natural, steps * step * rate - reach)) - base));
    const joined = new Float32Array(input.length - from + more.length);
    joined.set(input.subarray(from));
    joined.set(more, input.length - from);
    input = joined;
    base += from;
    received += more.length;
  }

  /** Where the next window is taken from: near its time, where it goes on best, and never before the last one. */
  function place(final: boolean): number {
    const wished = Math.round(steps * step * rate);
    const low = Math.max(natural - step, wished - reach, 0);
    // The last windows end where the sound does: what lies behind it would be heard as a hole.
    const high = Math.max(low, Math.min(wished + reach, final ? received - step : Infinity));
    if (steps === 0) return 0;
    return base + bestOverlap(input, natural - base, low - base, high - base, step);
  }

  return {
    push(more, final) {
      keep(more);
      const whole = Math.round(received / rate);
      const blocks: Float32Array[] = [];
      const knots = [natural];
      const begin = steps * step;
      while (final ? steps * step < whole : Math.ceil(steps * step * rate) + reach + 2 * step <= received) {
        const at = place(final);
        blocks.push(blend(input, natural - base, at - base, fade));
        natural = at + step;
        knots.push(natural);
        steps++;
      }
      const length = final ? Math.max(0, whole - begin) : blocks.length * step;
      const samples = new Float32Array(length);
      for (const [i, block] of blocks.entries()) {
        samples.set(block.subarray(0, Math.max(0, length - i * step)), Math.min(length, i * step));
      }
      const end = received;
      return {
        samples,
        inputAt(frame) {
          const knot = Math.min(Math.max(0, Math.floor(frame / step)), knots.length - 1);
          const from = knots[knot] ?? 0;
          const to = knots[knot + 1] ?? from;
          return Math.min(end, from + (to - from) * Math.min(1, Math.max(0, frame / step - knot)));
        },
      };
    },
  };
}

/** From what would go on by itself to a window's first half. What lies outside the input is silence. */
function blend(input: Float32Array, from: number, to: number, fade: Float32Array): Float32Array {
  const out = new Float32Array(fade.length);
  for (let i = 0; i < out.length; i++) {
    const share = fade[i] ?? 0;
    out[i] = (input[from + i] ?? 0) * (1 - share) + (input[to + i] ?? 0) * share;
  }
  return out;
}

import type { Point } from './program.js';
import type { Locate } from './run.js';
import { createStretcher, type Stretcher } from './time-stretch.js';

/** Samples to be scheduled, and where each comes from. */
export interface TempoPiece {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly locate: Locate;
}

/** Brings the samples of one part to a playback rate. At 1 they pass as they are, sample for sample. */
export interface Tempo {
  /** Takes the samples that begin at a point. `final`: the part ends behind them. */
  push(samples: Float32Array<ArrayBuffer>, from: Point, final: boolean): TempoPiece;
}

export function createTempo(playbackRate: number, sampleRate: number): Tempo {
  if (playbackRate === 1) {
    return {
      push: (samples, { part, frame }) => ({ samples, locate: (at) => ({ part, frame: frame + Math.floor(at) }) }),
    };
  }
  let stretcher: Stretcher | null = null;
  let start: Point | null = null;
  return {
    push(samples, from, final) {
      stretcher ??= createStretcher(playbackRate, sampleRate);
      start ??= from;
      const { part, frame } = start;
      const stretched = stretcher.push(samples, final);
      return {
        samples: stretched.samples,
        locate: (at) => ({ part, frame: frame + Math.floor(stretched.inputAt(at)) }),
      };
    },
  };
}

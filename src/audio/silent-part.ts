import type { PcmPart } from './part.js';

/** Some frames of silence. */
export function silentPart(frames: number, sampleRate: number): PcmPart {
  return {
    id: 'silence',
    sampleRate,
    frames: () => ({ ready: frames, final: true }),
    read: async (_, count) => new Float32Array(count),
    onGrow: () => () => {},
  };
}

import type { ReceivedPart } from './part.js';

/** The sound of an answer of which nothing has come: what there is before a part that grows. */
export function emptyPart(id: string, sampleRate: number): ReceivedPart {
  return {
    id,
    sampleRate,
    frames: () => ({ ready: 0, final: false }),
    read: async (_, count) => new Float32Array(count),
    onGrow: () => () => {},
    byteLength: 0,
    received: async () => new Uint8Array(0),
  };
}

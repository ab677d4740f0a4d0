import type { KeptSpeech } from 'react-readalong';

/** A speech of so many bytes of sound. */
export const speechOf = (bytes: number, fields: Partial<KeptSpeech> = {}): KeptSpeech => ({
  outputFormat: 'pcm_8000',
  text: undefined,
  requestId: 'r1',
  characterCost: 0.5,
  audio: new Blob([new Uint8Array(bytes).fill(7)]),
  alignment: {
    text: 'añ',
    ends: Uint32Array.of(1, 2),
    startTimes: Float64Array.of(0, 0.25),
    endTimes: Float64Array.of(0.25, 0.5),
  },
  normalizedAlignment: null,
  ...fields,
});

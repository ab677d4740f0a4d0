import type { GrowingPart } from '../audio/part.js';

/** A part of which only some seconds count, as soon as anybody says how many. Its bytes are all that came. */
export function createLimitedPart(part: GrowingPart, seconds: () => number | undefined): GrowingPart {
  return {
    id: part.id,
    get sampleRate() {
      return part.sampleRate;
    },
    get byteLength() {
      return part.byteLength;
    },
    frames() {
      const { ready, final } = part.frames();
      const most = Math.floor((seconds() ?? Infinity) * part.sampleRate);
      return { ready: Math.min(ready, most), final: final || ready >= most };
    },
    read: part.read,
    ...(part.onRead && { onRead: part.onRead }),
    onGrow: part.onGrow,
    append: part.append,
    end: part.end,
    received: part.received,
  };
}

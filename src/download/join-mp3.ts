import { readMp3Header } from '../audio/mp3-header.js';
import { createMp3Index } from '../audio/mp3-index.js';

/** One MP3 of a row of them. */
export interface Mp3Stretch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Seconds that it takes in the whole, with the silence behind it. */
  readonly seconds: number;
}

export interface Mp3Joiner {
  /** The frames of the next stretch, and silent ones as far as it is to last longer. */
  add(stretch: Mp3Stretch): Uint8Array<ArrayBuffer>[];
}

/** Samples that a decoder adds before the first: ISO 11172-3, as all of them do it. */
const DECODER_DELAY = 529;

/**
 * Joins MP3s to one that every player plays: frames only, without the tags and the Info frames that would begin another file in its
 * middle. Each stretch begins where it is heard in the speech, within the few hundredths of a second that an encoder adds.
 */
export function createMp3Joiner(): Mp3Joiner {
  let due = 0;
  let written = 0;
  return {
    add({ bytes, seconds }) {
      const index = createMp3Index();
      index.push(bytes);
      index.end();
      const { header, padding } = index;
      if (!header) return [];
      const { samples, sampleRate } = header;
      // Behind those is padding, or what another stretch says instead.
      const frames = Math.ceil((seconds * sampleRate + padding.before + DECODER_DELAY) / samples);
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      let last = 0;
      for (let frame = 0; frame < Math.min(index.count, frames); frame++) {
        last = index.offset(frame);
        pieces.push(index.isLost(frame) ? silentFrame(bytes, last) : bytes.subarray(last, last + index.length(frame)));
        written += samples / sampleRate;
      }
      due += seconds;
      while (written + samples / sampleRate / 2 < due) {
        pieces.push(silentFrame(bytes, last));
        written += samples / sampleRate;
      }
      return pieces;
    },
  };
}

/** A frame like another, of nothing but zeros: no side information, no sound. */
function silentFrame(bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(readMp3Header(bytes, at)?.length ?? 0);
  frame.set(bytes.subarray(at, at + 4));
  // No checksum follows.
  frame[1] = (frame[1] ?? 0) | 1;
  return frame;
}

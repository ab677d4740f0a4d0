import { AudioError } from '../errors.js';
import type { ByteStore } from './byte-store.js';
import type { Decode } from './decode.js';
import type { Fidelity } from './fidelity.js';
import { joinBytes } from './join-bytes.js';
import type { Mp3Index } from './mp3-index.js';

/** Frames decoded before a slice and dropped: the bit reservoir reaches back up to 511 bytes. */
const PREROLL = 5;
const PREROLL_BYTES = 1024;
/** Frames before a slice, of a decoder whose slices come out wrong: 20 s and more, by which it has settled, and what is decoded stays bounded. */
const LONG_PREROLL = 800;
/** Frames by which a decoder may give more than it was given: what it flushes at the end. */
const FLUSHED = 4;
/** Fewer frames than this in one go are refused by some decoders. */
export const LEAST_FRAMES = 8;

/** Decodes stretches of an indexed MP3. */
export interface Mp3Slices {
  /** Samples of the frames from `from` up to `to`, as the decoder gives them, its delay included. */
  decode(from: number, to: number): Promise<Float32Array<ArrayBuffer>>;
}

/** @param fidelity What is known of the decoder, asked for at the first slice. */
export function createMp3Slices(
  bytes: ByteStore,
  index: Mp3Index,
  decode: Decode,
  fidelity: () => Promise<Fidelity>,
): Mp3Slices {
  /** At low bitrates frames are small, and the reservoir reaches over more of them. */
  function prerollOf(from: number): number {
    let first = from;
    let reach = 0;
    while (first > 0 && (from - first < PREROLL || reach < PREROLL_BYTES)) reach += index.length(--first);
    return first;
  }

  /** The bytes of frames, and of the last again until there are `least`: a decoder refuses a slice of very few. */
  async function readFrames(first: number, to: number, least: number): Promise<Uint8Array<ArrayBuffer>> {
    const begin = index.offset(first);
    const all = await bytes.read(begin, index.offset(to - 1) + index.length(to - 1));
    const frames = Array.from({ length: Math.max(to - first, least) }, (_, i) => {
      const frame = Math.min(first + i, to - 1);
      const at = index.offset(frame) - begin;
      const own = all.subarray(at, at + index.length(frame));
      return index.isLost(frame) ? silentFrame(own) : own;
    });
    return joinBytes(frames);
  }

  return {
    async decode(from, to) {
      const perFrame = index.header?.samples ?? 0;
      const { lag, whole } = await fidelity();
      const first = whole ? Math.max(0, from - LONG_PREROLL) : prerollOf(from);
      // What a decoder is late by comes out with the frames that follow.
      const until = to + Math.ceil(Math.max(0, lag) / perFrame);
      const slice = await readFrames(first, Math.min(until, index.count), Math.max(LEAST_FRAMES, until - first));
      const decoded = await decode(slice, index.header?.sampleRate ?? 44100);
      const samples = new Float32Array((to - from) * perFrame);
      const skip = (from - first) * perFrame + lag;
      checkLength(
        decoded.length,
        skip + samples.length / 2,
        skip + (FLUSHED + Math.max(LEAST_FRAMES, until - from)) * perFrame + Math.abs(lag),
      );
      // A frame that the decoder could not make sense of is left out by some: what is missing then is silence at the end.
      samples.set(decoded.subarray(Math.max(0, skip), Math.max(0, skip + samples.length)), Math.max(0, -skip));
      return samples;
    },
  };
}

/** A frame like another, without sound: no side information, so nothing to decode. */
function silentFrame(like: Uint8Array): Uint8Array {
  const frame = new Uint8Array(like.length);
  frame.set(like.subarray(0, 4));
  // Without a checksum, which would have to be right.
  frame[1] = (frame[1] ?? 0) | 1;
  return frame;
}

/** @throws AudioError where what was decoded can be no sound of those frames. */
function checkLength(samples: number, least: number, most: number): void {
  if (samples >= least && samples <= most) return;
  throw new AudioError(
    `The browser made ${samples} samples of a stretch of MP3, and ${Math.ceil(least)} to ${Math.floor(most)} were expected, so nobody knows when they sound and it stops there. Ask for it in another output format, e.g. pcm_44100.`,
  );
}

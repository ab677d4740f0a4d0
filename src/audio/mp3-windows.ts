import type { ByteStore } from './byte-store.js';
import type { Decode } from './decode.js';
import type { Mp3Index } from './mp3-index.js';

/** Frames to a window: about a second at 44.1 kHz, which decodes in 4–7 ms. */
const WINDOW = 38;
/** Frames decoded before a window and dropped: the bit reservoir reaches back up to 511 bytes. */
const PREROLL = 5;
const PREROLL_BYTES = 1024;
/** Fewer frames than this in one go are refused by some decoders. */
export const LEAST_FRAMES = 8;
/** Windows kept: about 20 s, 3.5 MB. */
const KEPT = 20;

interface DecodedWindow {
  samples: Float32Array<ArrayBuffer>;
  /** Frames of the window that are decoded. */
  filled: number;
  work: Promise<void>;
}

/** Decodes an indexed MP3 a window at a time where it is read, each frame once, and keeps the latest windows. */
export interface Mp3Windows {
  /** Samples as the decoder gives them, its delay included, `from` counted from the first frame. */
  read(from: number, count: number, signal: AbortSignal): Promise<Float32Array<ArrayBuffer>>;
}

export function createMp3Windows(bytes: ByteStore, index: Mp3Index, decode: Decode): Mp3Windows {
  const windows = new Map<number, DecodedWindow>();

  function windowAt(number: number, samples: number): DecodedWindow {
    const found = windows.get(number) ?? {
      samples: new Float32Array(WINDOW * samples),
      filled: 0,
      work: Promise.resolve(),
    };
    // Taken out and put back: a Map keeps the order of insertion, so the first is the one not used for longest.
    windows.delete(number);
    windows.set(number, found);
    const oldest = windows.keys().next().value;
    if (windows.size > KEPT && oldest !== undefined) windows.delete(oldest);
    return found;
  }

  /** Sees to it that a window holds its first `frames` frames. */
  function fill(window: DecodedWindow, number: number, frames: number, signal: AbortSignal): Promise<void> {
    const work = window.work
      .catch(() => {})
      .then(async () => {
        signal.throwIfAborted();
        if (window.filled >= frames) return;
        const first = number * WINDOW;
        const until = Math.min(WINDOW, index.count - first);
        const samples = await decodeFrames(first + window.filled, first + until);
        window.samples.set(samples, window.filled * (index.header?.samples ?? 0));
        window.filled = until;
      });
    window.work = work;
    return work;
  }

  async function decodeFrames(from: number, to: number): Promise<Float32Array<ArrayBuffer>> {
    const perFrame = index.header?.samples ?? 0;
    const first = prerollOf(from);
    const slice = await readFrames(first, to, Math.max(0, LEAST_FRAMES - (to - first)));
    const decoded = await decode(slice, index.header?.sampleRate ?? 44100);
    const skip = (from - first) * perFrame;
    return decoded.subarray(skip, skip + (to - from) * perFrame);
  }

  /** At low bitrates frames are small, and the reservoir reaches over more of them. */
  function prerollOf(from: number): number {
    let first = from;
    let reach = 0;
    while (first > 0 && (from - first < PREROLL || reach < PREROLL_BYTES)) reach += index.length(--first);
    return first;
  }

  /** The bytes of frames, and of the last again `more` times: a decoder refuses a slice of very few. */
  async function readFrames(first: number, to: number, more: number): Promise<Uint8Array<ArrayBuffer>> {
    const begin = index.offset(first);
    const all = await bytes.read(begin, index.offset(to - 1) + index.length(to - 1));
    const frames: Uint8Array[] = [];
    for (let frame = first; frame < to; frame++) {
      const at = index.offset(frame) - begin;
      frames.push(all.subarray(at, at + index.length(frame)));
    }
    const last = frames.at(-1);
    for (let i = 0; last && i < more; i++) frames.push(last);
    const joined = new Uint8Array(frames.reduce((sum, frame) => sum + frame.length, 0));
    let at = 0;
    for (const frame of frames) {
      joined.set(frame, at);
      at += frame.length;
    }
    return joined;
  }

  return {
    async read(from, count, signal) {
      const perFrame = index.header?.samples ?? 1152;
      const perWindow = perFrame * WINDOW;
      const out = new Float32Array(count);
      for (let at = from; at < from + count; ) {
        const number = Math.floor(at / perWindow);
        const start = number * perWindow;
        const end = Math.min(from + count, start + perWindow);
        const window = windowAt(number, perFrame);
        await fill(window, number, Math.ceil((end - start) / perFrame), signal);
        out.set(window.samples.subarray(at - start, end - start), at - from);
        at = end;
      }
      return out;
    },
  };
}

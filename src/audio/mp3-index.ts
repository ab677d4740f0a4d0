import { lostFrames } from './lost-frames.js';
import { type Mp3Header, readMp3Header } from './mp3-header.js';
import { type Mp3Padding, readMp3Info, USUAL_PADDING } from './mp3-info.js';

/** Where the frames of an MP3 are, found as bytes arrive in any cuts. Tags and garbage between frames are left out. */
export interface Mp3Index {
  readonly count: number;
  /** The form of the frames, or null before the first. */
  readonly header: Mp3Header | null;
  readonly padding: Mp3Padding;
  /** Byte offset of a frame. */
  offset(frame: number): number;
  /** Byte length of a frame. */
  length(frame: number): number;
  /** A frame of which no bytes came: offset and length are those of the one before it, and it sounds as silence. */
  isLost(frame: number): boolean;
  push(bytes: Uint8Array): void;
  /** No more bytes will come: takes a last frame that nothing confirms, drops a half one. */
  end(): void;
}

export function createMp3Index(): Mp3Index {
  const offsets: number[] = [];
  const lengths: number[] = [];
  const missing = new Set<number>();
  /** Bytes of tags since the last frame: they stand for no sound. */
  let tags = 0;
  let header: Mp3Header | null = null;
  let padding = USUAL_PADDING;
  let tail = new Uint8Array();
  let tailOffset = 0;
  let skip = 0;
  let synced = false;
  let lost = false;

  /** Takes what it can from the front of `bytes` and returns how many are done with. */
  function scan(bytes: Uint8Array, final: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      if (skip > 0) {
        const step = Math.min(skip, bytes.length - at);
        at += step;
        skip -= step;
        continue;
      }
      if (bytes.length - at < ID3_HEAD && !final) break;
      const tag = id3Length(bytes, at);
      if (tag > 0) {
        skip = tag;
        tags += tag;
        continue;
      }
      const step = takeFrame(bytes, at, final);
      if (step === 0) break;
      at += step;
    }
    return at;
  }

  /** Bytes to go on by: a frame's length where one was taken, 1 where there is none, 0 to wait for more. */
  function takeFrame(bytes: Uint8Array, at: number, final: boolean): number {
    const found = readMp3Header(bytes, at);
    if (!found || (header && !alike(found, header))) {
      synced = false;
      lost = true;
      return 1;
    }
    const next = at + found.length;
    if (next > bytes.length) return final ? bytes.length - at : 0;
    if (!synced) {
      // Two bytes of garbage can look like a header: outside the sequence the next frame must confirm it.
      if (next + ID3_HEAD > bytes.length && !final) return 0;
      // At the very end only a frame that nothing came before but tags goes without: an MP3 of one frame.
      const follower = next + 4 <= bytes.length ? readMp3Header(bytes, next) : lost ? null : found;
      if (!(follower && alike(follower, found)) && id3Length(bytes, next) === 0) {
        lost = true;
        return 1;
      }
    }
    synced = true;
    // In mid-stream too, where one file was hung on another: a decoder that begins there would take it for a beginning.
    const info = readMp3Info(bytes.subarray(at, next), found);
    if (info && !header) padding = info;
    header ??= found;
    if (!info) {
      makeUp(tailOffset + at);
      offsets.push(tailOffset + at);
      lengths.push(found.length);
    }
    tags = info ? tags + found.length : 0;
    return found.length;
  }

  /** What follows lost frames keeps its time: silence stands in their place. */
  function makeUp(at: number): void {
    const last = offsets.length - 1;
    const [offset, length] = [offsets[last], lengths[last]];
    if (offset === undefined || length === undefined) return;
    for (let count = lostFrames(at - offset - tags, length, lengths); count > 0; count--) {
      missing.add(offsets.length);
      offsets.push(offset);
      lengths.push(length);
    }
  }

  function consume(bytes: Uint8Array, final: boolean): void {
    const joined = tail.length ? new Uint8Array(tail.length + bytes.length) : bytes;
    if (tail.length) {
      joined.set(tail);
      joined.set(bytes, tail.length);
    }
    const done = scan(joined, final);
    tail = joined.slice(done);
    tailOffset += done;
  }

  return {
    get count() {
      return offsets.length;
    },
    get header() {
      return header;
    },
    get padding() {
      return padding;
    },
    offset: (frame) => offsets[frame] ?? 0,
    length: (frame) => lengths[frame] ?? 0,
    isLost: (frame) => missing.has(frame),
    push: (bytes) => consume(bytes, false),
    end: () => consume(new Uint8Array(), true),
  };
}

const alike = (a: Mp3Header, b: Mp3Header): boolean => a.sampleRate === b.sampleRate && a.samples === b.samples;

const ID3_HEAD = 10;

/** Bytes of an ID3v2 tag at `at`, or 0. Its size is written seven bits a byte: other bytes are three letters by chance. */
function id3Length(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x49 || bytes[at + 1] !== 0x44 || bytes[at + 2] !== 0x33 || bytes.length - at < ID3_HEAD) return 0;
  const [version = 0, , flags = 0, a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 3, at + ID3_HEAD);
  if (version === 0xff || (a | b | c | d) & 0x80) return 0;
  return ID3_HEAD + ((a << 21) | (b << 14) | (c << 7) | d) + (flags & 0x10 ? 10 : 0);
}

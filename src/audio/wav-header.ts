import { containerOf } from './containers.js';
import { readWavForm, type WavForm } from './wav-coding.js';

/** Where the samples of a WAV file are, and how they are written. */
export interface WavHeader extends WavForm {
  /** Byte offset of the first sample. */
  readonly offset: number;
  /** Bytes of samples; infinite where the file was written as a stream, which does not know. */
  readonly length: number;
}

/** Reads the chunks in front of the samples as they arrive, cut anywhere. */
export interface WavHeaderReader {
  /** Null until it is read. */
  readonly header: WavHeader | null;
  /** What is there instead of a header that can be used, or null. */
  readonly fault: string | null;
  push(bytes: Uint8Array): void;
}

const UNKNOWN = 0xffffffff;
/** Bytes of a `fmt ` chunk that are read: the longest form. */
const FORM = 40;

export function createWavHeaderReader(): WavHeaderReader {
  let header: WavHeader | null = null;
  let fault: string | null = null;
  let form: WavForm | null = null;
  let riffSize = 0;
  /** The bytes of what is being read, how many it has, and what to do with them. */
  let held: number[] = [];
  let needed = 12;
  let take = takeRiff;
  let offset = 0;
  let skip = 0;

  const next = (count: number, how: (view: DataView) => void): void => {
    held = [];
    needed = count;
    take = how;
  };

  function takeRiff(view: DataView): void {
    if (containerOf(new Uint8Array(view.buffer)) !== 'wav') fault = 'no WAV header';
    riffSize = view.getUint32(4, true);
    next(8, takeChunk);
  }

  function takeChunk(view: DataView): void {
    const id = String.fromCharCode(...held.slice(0, 4));
    const size = view.getUint32(4, true);
    if (id === 'data') {
      if (!form) fault = 'a WAV header without a form';
      // A size of 0 is "not known yet", unless the file says that there is more behind it.
      const unknown = size === UNKNOWN || (size === 0 && (riffSize === UNKNOWN || riffSize <= offset - 8));
      if (form) header = { ...form, offset, length: unknown ? Number.POSITIVE_INFINITY : size };
      return;
    }
    const read = id === 'fmt ' ? Math.min(size, FORM) : 0;
    // Chunks are padded to even lengths.
    const rest = size + (size & 1) - read;
    next(8, takeChunk);
    if (read === 0) skip = rest;
    else next(read, (body) => takeForm(body, rest));
  }

  function takeForm(view: DataView, rest: number): void {
    const found = readWavForm(new Uint8Array(view.buffer));
    if (typeof found === 'string') fault = found;
    else form = found;
    skip = rest;
    next(8, takeChunk);
  }

  return {
    get header() {
      return header;
    },
    get fault() {
      return fault;
    },
    push(bytes) {
      for (let at = 0; at < bytes.length && !header && !fault; ) {
        const step = Math.min(skip || needed - held.length, bytes.length - at);
        if (skip > 0) skip -= step;
        else held.push(...bytes.subarray(at, at + step));
        at += step;
        offset += step;
        if (skip === 0 && held.length === needed) take(new DataView(Uint8Array.from(held).buffer));
      }
    },
  };
}

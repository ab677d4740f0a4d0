import { joinBytes } from './join-bytes.js';
import { CHECKSUM_AT, oggChecksum } from './ogg-checksum.js';

/** One page of an Ogg stream (RFC 3533). */
export interface OggPage {
  /** Byte offset of its body in the stream. */
  readonly offset: number;
  readonly body: Uint8Array;
  /** Lengths of the body's segments: one below 255 ends a packet. */
  readonly segments: Uint8Array;
  readonly serial: number;
  /** Counts the pages of the stream. */
  readonly number: number;
  /** Where the sound stands at its end, in samples, or -1 where no packet ends on it. */
  readonly granule: number;
  /** Begins with the rest of the page before. */
  readonly continued: boolean;
  readonly first: boolean;
  readonly last: boolean;
}

const HEADER = 27;
/** Bytes of pages that proved to be none which may be summed up for nothing, and for each that comes: bytes made to look like pages would hold the page up. */
const PATIENCE = 1 << 20;
const PATIENCE_EACH = 8;

/** Finds the whole pages of an Ogg stream as bytes arrive in any cuts. Damaged ones, and what lies between, are left out. */
export function createOggPages(onPage: (page: OggPage) => void): { push(bytes: Uint8Array): void } {
  let pending: Uint8Array[] = [];
  let held = 0;
  let needed = HEADER;
  let offset = 0;
  let patience = PATIENCE;

  /** Bytes done with at the front of `bytes`; sets how many must be there before more can be. */
  function scan(bytes: Uint8Array): number {
    let at = 0;
    for (;;) {
      at = findCapture(bytes, at);
      needed = HEADER;
      if (bytes.length - at < needed) return at;
      const count = bytes[at + HEADER - 1] ?? 0;
      needed += count;
      if (bytes.length - at < needed) return at;
      const begin = at + needed;
      const segments = bytes.slice(begin - count, begin);
      needed += segments.reduce((sum, length) => sum + length, 0);
      if (bytes.length - at < needed) return at;
      const page = bytes.subarray(at, at + needed);
      if (patience > 0 && !isWhole(page)) {
        patience -= needed;
        at++;
        continue;
      }
      onPage(readPage(page, segments, offset + begin));
      at += needed;
    }
  }

  return {
    push(bytes) {
      pending.push(bytes.slice());
      held += bytes.length;
      patience += bytes.length * PATIENCE_EACH;
      // Joined only when a page is whole: a byte at a time would copy it once for each.
      if (held < needed) return;
      const joined = joinBytes(pending);
      const done = scan(joined);
      pending = [joined.slice(done)];
      held = joined.length - done;
      offset += done;
    },
  };
}

/** The next place that opens a page, or may with more bytes. */
function findCapture(bytes: Uint8Array, from: number): number {
  let at = from;
  const opens = (i: number, byte: number): boolean => at + i >= bytes.length || bytes[at + i] === byte;
  while (at < bytes.length && !(opens(0, 79) && opens(1, 103) && opens(2, 103) && opens(3, 83) && opens(4, 0))) at++;
  return at;
}

const isWhole = (page: Uint8Array): boolean =>
  new DataView(page.buffer, page.byteOffset).getUint32(CHECKSUM_AT, true) === oggChecksum(page);

function readPage(page: Uint8Array, segments: Uint8Array, offset: number): OggPage {
  const view = new DataView(page.buffer, page.byteOffset, HEADER);
  const flags = view.getUint8(5);
  return {
    offset,
    body: page.subarray(HEADER + segments.length),
    segments,
    // 64 bits, of which 53 are exact: a thousand years of samples. All ones is -1.
    granule: view.getInt32(10, true) * 2 ** 32 + view.getUint32(6, true),
    serial: view.getUint32(14, true),
    number: view.getUint32(18, true),
    continued: (flags & 1) !== 0,
    first: (flags & 2) !== 0,
    last: (flags & 4) !== 0,
  };
}

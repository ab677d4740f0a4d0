import { joinBytes } from './join-bytes.js';
import { CHECKSUM_AT, oggChecksum } from './ogg-checksum.js';

/** A packet and how long it sounds. */
export interface OpusPacket {
  readonly bytes: Uint8Array;
  /** At 48 kHz. */
  readonly samples: number;
}

const CONTINUES = 0;
const FIRST = 2;
const LAST = 4;
/** Packets to a page, fewer where their lengths do not fit into its table of 255. */
const MOST_SEGMENTS = 255;

/** A whole Ogg Opus file of some packets, all of which are heard: without pre-skip, its granule positions from 0. */
export function writeOggOpus(head: Uint8Array, packets: readonly OpusPacket[]): Uint8Array<ArrayBuffer> {
  const bare = head.slice();
  // Some decoders leave out the pre-skip, others do not.
  bare[10] = bare[11] = 0;
  const pages = [writePage([bare], FIRST, 0, 0), writePage([TAGS], CONTINUES, 0, 1)];
  let page: Uint8Array[] = [];
  let segments = 0;
  let granule = 0;
  for (const { bytes: packet, samples } of packets) {
    const needed = Math.floor(packet.length / 255) + 1;
    if (segments + needed > MOST_SEGMENTS) {
      pages.push(writePage(page, CONTINUES, granule, pages.length));
      page = [];
      segments = 0;
    }
    page.push(packet);
    segments += needed;
    granule += samples;
  }
  pages.push(writePage(page, LAST, granule, pages.length));
  return joinBytes(pages);
}

/** 'OpusTags', no vendor, no comments (RFC 7845, 5.2). */
const TAGS = Uint8Array.from([...'OpusTags'].map((character) => character.charCodeAt(0)).concat(Array(8).fill(0)));

/** One page (RFC 3533, 6) of a stream whose serial number is 1. */
function writePage(packets: readonly Uint8Array[], flags: number, granule: number, number: number): Uint8Array {
  const segments = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const header = new Uint8Array(27 + segments.length);
  const view = new DataView(header.buffer);
  header.set([79, 103, 103, 83, 0, flags]);
  view.setUint32(6, granule % 2 ** 32, true);
  view.setUint32(10, Math.floor(granule / 2 ** 32), true);
  view.setUint32(14, 1, true);
  view.setUint32(18, number, true);
  header[26] = segments.length;
  header.set(segments, 27);
  const page = joinBytes([header, ...packets]);
  new DataView(page.buffer).setUint32(CHECKSUM_AT, oggChecksum(page), true);
  return page;
}

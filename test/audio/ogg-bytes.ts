import { join } from './mp3-bytes.js';

/** A packet of a codec, and the samples (at 48 kHz) that it holds. */
export interface Packet {
  readonly bytes: Uint8Array;
  readonly samples: number;
}

export interface OggShape {
  /** @default 312 */
  readonly preSkip?: number;
  /** Samples that the last page says are not to be heard. @default 0 */
  readonly padding?: number;
  /** Samples that went before the first page, as in a stream that was joined late. @default 0 */
  readonly base?: number;
  /** How many packets to each page, by turns. 0 spreads the next packet over two pages. @default [5] */
  readonly perPage?: readonly number[];
  /** @default true */
  readonly closed?: boolean;
  readonly serial?: number;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** Ogg's CRC, bit by bit. */
function crc(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

export interface PageShape {
  readonly granule: number;
  readonly number: number;
  readonly flags?: number;
  readonly serial?: number;
  /** The last packet goes on on the next page: its length is a multiple of 255. */
  readonly open?: boolean;
}

/** One page by the book (RFC 3533). */
export function oggPage(
  packets: readonly Uint8Array[],
  { granule, number, flags = 0, serial = 77, open = false }: PageShape,
): Uint8Array {
  const segments = packets.flatMap((packet) => {
    const table: number[] = [];
    for (let left = packet.length; left >= 0; left -= 255) table.push(Math.min(255, left));
    return table;
  });
  if (open) segments.pop();
  const bytes = new Uint8Array(27 + segments.length);
  const view = new DataView(bytes.buffer);
  bytes.set([...ascii('OggS'), 0, flags]);
  view.setBigInt64(6, BigInt(granule), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, number, true);
  bytes.set([segments.length, ...segments], 26);
  const page = join(bytes, ...packets);
  new DataView(page.buffer).setUint32(22, crc(page), true);
  return page;
}

/** The two packets that open an Ogg Opus stream, each on its page (RFC 7845). */
export function opusHeaders(preSkip = 312, serial = 77, channels = 1): Uint8Array[] {
  const head = Uint8Array.from([
    ...ascii('OpusHead'),
    1,
    channels,
    preSkip & 255,
    preSkip >> 8,
    0x80,
    0xbb,
    0,
    0,
    0,
    0,
    0,
  ]);
  const tags = Uint8Array.from([...ascii('OpusTags'), 4, 0, 0, 0, ...ascii('test'), 0, 0, 0, 0]);
  return [
    oggPage([head], { granule: 0, number: 0, flags: 2, serial }),
    oggPage([tags], { granule: 0, number: 1, serial }),
  ];
}

/** An Ogg Opus file. */
export function oggOpus(packets: readonly Packet[], shape: OggShape = {}): Uint8Array<ArrayBuffer> {
  const { preSkip = 312, padding = 0, base = 0, perPage = [5], closed = true, serial = 77 } = shape;
  const pages = opusHeaders(preSkip, serial);
  let granule = base;
  let flags = 0;
  let carried: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < packets.length; turn++) {
    const count = perPage[turn % perPage.length] ?? 1;
    const torn = count === 0 ? packets[at] : undefined;
    if (torn && torn.bytes.length > 255) {
      pages.push(
        oggPage([...carried, torn.bytes.subarray(0, 255)], {
          granule: carried.length ? granule : -1,
          number: pages.length,
          flags,
          serial,
          open: true,
        }),
      );
      carried = [torn.bytes.subarray(255)];
      granule += torn.samples;
      flags = 1;
      at++;
      if (at < packets.length) continue;
    }
    const taken = packets.slice(at, at + Math.max(1, count));
    at += taken.length;
    for (const { samples } of taken) granule += samples;
    const last = at >= packets.length;
    pages.push(
      oggPage([...carried, ...taken.map(({ bytes }) => bytes)], {
        granule: last && closed ? granule - padding : granule,
        number: pages.length,
        flags: flags | (last && closed ? 4 : 0),
        serial,
      }),
    );
    carried = [];
    flags = 0;
  }
  return join(...pages);
}

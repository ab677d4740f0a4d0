import { createOggPages, type OggPage } from './ogg-pages.js';
import { OPUS_RATE, opusPacketSamples } from './opus-packet.js';

/** A run of bytes. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Where the packets of an Ogg Opus stream are, found as bytes arrive in any cuts. */
export interface OpusIndex {
  readonly count: number;
  /** The OpusHead packet, or null before it came. */
  readonly head: Uint8Array<ArrayBuffer> | null;
  /** Samples that the encoder put before the sound. */
  readonly preSkip: number;
  /** Samples of all packets. */
  readonly total: number;
  /** Samples that the last page says are padding. */
  readonly padding: number;
  /** The first sample of a packet. Farther from the one before than that is long, where packets between them were lost. */
  start(packet: number): number;
  /** The packet that holds a sample. */
  packetAt(sample: number): number;
  /** The bytes of a packet: in several runs where it goes on on another page. */
  ranges(packet: number): readonly ByteRange[];
  push(bytes: Uint8Array): void;
}

/** More cannot be in an Opus packet (RFC 6716, 3.4: 48 frames of 1275 bytes, and their lengths). */
const MOST_BYTES = 61_440;

/** Samples; more than a minute is a granule position that lies. */
const MOST_MISSING = 60 * OPUS_RATE;

export function createOpusIndex(): OpusIndex {
  const offsets: number[] = [];
  const lengths: number[] = [];
  const starts: number[] = [];
  /** Packets that lie on more pages than one. */
  const torn = new Map<number, readonly ByteRange[]>();
  let head: Uint8Array<ArrayBuffer> | null = null;
  let serial: number | null = null;
  let headers = 0;
  let total = 0;
  let padding = 0;
  let base: number | null = null;
  let open: { ranges: ByteRange[]; first: number[] } | null = null;
  let number = 0;

  function onPage(page: OggPage): void {
    if (serial === null && page.first && isOpusHead(page.body)) {
      ({ serial, number } = page);
      head = new Uint8Array(page.body);
      headers = 1;
      return;
    }
    if (page.serial !== serial) return;
    const before = { total, count: offsets.length };
    const missed = page.number !== number + 1;
    number = page.number;
    if (!page.continued || missed) open = null;
    // A page that goes on with a packet whose beginning was lost: the rest of it is no packet.
    let lost = page.continued && !open;
    let at = 0;
    let length = 0;
    for (const [i, segment] of page.segments.entries()) {
      length += segment;
      const whole = segment < 255;
      if (!whole && i < page.segments.length - 1) continue;
      if (!lost) grow(page, at, length, whole);
      if (whole) lost = false;
      at += length;
      length = 0;
    }
    settle(page, total - before.total);
    if (missed) makeUp(page, before.count);
  }

  function grow(page: OggPage, at: number, length: number, whole: boolean): void {
    open ??= { ranges: [], first: [] };
    open.ranges.push({ offset: page.offset + at, length });
    if (open.first.length < 2) open.first.push(...page.body.subarray(at, at + Math.min(2, length)));
    if (!whole) return;
    take(open.ranges, open.first);
    open = null;
  }

  function take(ranges: readonly ByteRange[], [first, second]: readonly number[]): void {
    // The second header packet holds names and comments.
    if (headers < 2) return void headers++;
    const length = ranges.reduce((sum, range) => sum + range.length, 0);
    const samples = first === undefined ? 0 : opusPacketSamples(first, second);
    if (samples === 0 || length > MOST_BYTES) return;
    if (ranges.length > 1) torn.set(offsets.length, ranges);
    offsets.push(ranges[0]?.offset ?? 0);
    lengths.push(length);
    starts.push(total);
    total += samples;
  }

  /** What granule positions say: where the first page began, and how much of the last is not to be heard (RFC 7845, 4). */
  function settle(page: OggPage, samples: number): void {
    if (page.granule < 0 || samples === 0) return;
    base ??= Math.max(0, page.granule - samples);
    const over = total - (page.granule - base);
    if (page.last && over > 0 && over < samples) padding = over;
  }

  /** Where pages were lost, what follows keeps its place: the granule position says how much is missing. */
  function makeUp(page: OggPage, from: number): void {
    const gap = base === null || page.granule < 0 ? 0 : page.granule - base - total;
    if (gap <= 0 || gap > MOST_MISSING || from === 0) return;
    for (let packet = from; packet < starts.length; packet++) starts[packet] = (starts[packet] ?? 0) + gap;
    total += gap;
  }

  return {
    get count() {
      return offsets.length;
    },
    get head() {
      return head;
    },
    get preSkip() {
      return head ? (head[10] ?? 0) + 256 * (head[11] ?? 0) : 0;
    },
    get total() {
      return total;
    },
    get padding() {
      return padding;
    },
    start: (packet) => starts[packet] ?? total,
    packetAt(sample) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= sample) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    },
    ranges: (packet) => torn.get(packet) ?? [{ offset: offsets[packet] ?? 0, length: lengths[packet] ?? 0 }],
    push: createOggPages(onPage).push,
  };
}

/** The packet that opens an Opus stream (RFC 7845, 5.1): 'OpusHead', its version, channels, … */
const isOpusHead = (body: Uint8Array): boolean =>
  body.length >= 19 && String.fromCharCode(...body.subarray(0, 8)) === 'OpusHead';

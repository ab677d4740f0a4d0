/** How a frame of a hand-built MP3 looks. */
export interface FrameShape {
  /** @default 'mpeg1' */
  readonly version?: 'mpeg1' | 'mpeg2' | 'mpeg2.5';
  /** The header's four bits: 9 is 128 kbit/s in MPEG-1, 80 in MPEG-2. @default 9 */
  readonly bitrate?: number;
  /** The header's two bits: 0 is 44.1, 22.05 or 11.025 kHz. @default 0 */
  readonly rate?: number;
  readonly padded?: boolean;
  /** @default true */
  readonly mono?: boolean;
  /** What fills the frame after its header. @default 0 */
  readonly fill?: number;
}

const VERSIONS = { mpeg1: 0xfb, mpeg2: 0xf3, 'mpeg2.5': 0xe3 };
const KILOBITS = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const HERTZ = { mpeg1: [44100, 48000, 32000], mpeg2: [22050, 24000, 16000], 'mpeg2.5': [11025, 12000, 8000] };

/** A layer III frame by the book: its header and a filled body. */
export function frame({
  version = 'mpeg1',
  bitrate = 9,
  rate = 0,
  padded = false,
  mono = true,
  fill = 0,
}: FrameShape = {}): Uint8Array {
  const kilobits = KILOBITS[version === 'mpeg1' ? 'mpeg1' : 'mpeg2'][bitrate] ?? 0;
  const hertz = HERTZ[version][rate] ?? 1;
  const length = Math.floor(((version === 'mpeg1' ? 144 : 72) * kilobits * 1000) / hertz) + (padded ? 1 : 0);
  const bytes = new Uint8Array(length).fill(fill);
  bytes.set([0xff, VERSIONS[version], (bitrate << 4) | (rate << 2) | (padded ? 2 : 0), mono ? 0xc4 : 0x44]);
  return bytes;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** The frame that LAME writes in front: no sound, but what it put before and after the sound (samples). */
export function infoFrame(
  name: 'Info' | 'Xing',
  before: number,
  after: number,
  shape: FrameShape = {},
  encoder = 'LAME3.100',
): Uint8Array {
  const bytes = frame({ ...shape, fill: 0 });
  const mpeg1 = (shape.version ?? 'mpeg1') === 'mpeg1';
  const at = mpeg1 ? ((shape.mono ?? true) ? 21 : 36) : (shape.mono ?? true) ? 13 : 21;
  bytes.set([...ascii(name), 0, 0, 0, 15], at);
  // Behind the flags: frames, bytes, a table of 100 and the quality; then the encoder's own tag.
  const tag = at + 8 + 4 + 4 + 100 + 4;
  bytes.set(ascii(encoder), tag);
  bytes.set([before >> 4, ((before & 15) << 4) | (after >> 8), after & 255], tag + 21);
  return bytes;
}

/** An ID3v2 tag with a body of some bytes. */
export function id3v2(size: number, fill = 0x41, footer = false): Uint8Array {
  const bytes = new Uint8Array(10 + size + (footer ? 10 : 0)).fill(fill);
  bytes.set([...ascii('ID3'), 4, 0, footer ? 0x10 : 0, size >> 21, (size >> 14) & 127, (size >> 7) & 127, size & 127]);
  return bytes;
}

/** An ID3v1 tag: the last 128 bytes of a file. */
export function id3v1(): Uint8Array {
  const bytes = new Uint8Array(128);
  bytes.set(ascii('TAGA title of thirty characters'));
  return bytes;
}

export function join(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Bytes cut at some places, given as fractions of their length. */
export function cutAt(bytes: Uint8Array<ArrayBuffer>, fractions: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const cuts = [
    0,
    ...fractions.map((fraction) => Math.floor(fraction * bytes.length)).sort((a, b) => a - b),
    bytes.length,
  ];
  return cuts.slice(1).map((cut, i) => bytes.subarray(cuts[i], cut));
}

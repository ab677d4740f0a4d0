/** What the four bytes before an MP3 frame say. */
export interface Mp3Header {
  /** Bytes of the whole frame, the header included. */
  readonly length: number;
  readonly sampleRate: number;
  /** 1152 in MPEG-1, 576 in MPEG-2 and 2.5. */
  readonly samples: number;
  readonly mono: boolean;
  readonly mpeg1: boolean;
}

// ISO 11172-3 and 13818-3, layer III; kbit/s by the header's four bits.
const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44100, 48000, 32000];

/** Reads a layer III frame header at `at`, or null where there is none. Needs four bytes there. */
export function readMp3Header(bytes: Uint8Array, at: number): Mp3Header | null {
  if (bytes[at] !== 0xff) return null;
  const [b = 0, c = 0, d = 0] = bytes.subarray(at + 1, at + 4);
  if ((b & 0xe0) !== 0xe0 || (b & 0x06) !== 0x02) return null;
  const version = (b >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5, 1: reserved
  const mpeg1 = version === 3;
  const bitrate = (mpeg1 ? BITRATES_1 : BITRATES_2)[c >> 4];
  const rate = RATES[(c >> 2) & 3];
  if (version === 1 || !bitrate || !rate) return null;
  const sampleRate = rate / (mpeg1 ? 1 : version === 2 ? 2 : 4);
  const samples = mpeg1 ? 1152 : 576;
  const length = Math.floor(((samples / 8) * bitrate * 1000) / sampleRate) + ((c >> 1) & 1);
  return { length, sampleRate, samples, mono: d >> 6 === 3, mpeg1 };
}

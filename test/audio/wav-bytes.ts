import { join } from './mp3-bytes.js';

export interface WavShape {
  readonly sampleRate?: number;
  readonly channels?: number;
  /** The format tag: 1 is PCM, 3 float, 6 A-law, 7 mu-law. @default 1 */
  readonly encoding?: number;
  /** @default 16 */
  readonly bits?: number;
  /** What the header says of its length: a stream does not know. @default the truth */
  readonly size?: 'true' | 'zero' | 'most';
  /** The tag stands in the longer form of the header. */
  readonly extensible?: boolean;
  /** Bodies of chunks in front of the samples and behind them. */
  readonly before?: readonly Uint8Array[];
  readonly after?: readonly Uint8Array[];
}

const ascii = (text: string): Uint8Array => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));

function little(...fields: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256)),
  );
}

const chunk = (id: string, body: Uint8Array, size = body.length): Uint8Array =>
  join(ascii(id), little([size, 4]), body, new Uint8Array(body.length % 2));

/** A WAV file round some bytes of samples. */
export function wav(body: Uint8Array, shape: WavShape = {}): Uint8Array<ArrayBuffer> {
  const { sampleRate = 24000, channels = 1, encoding = 1, bits = 16, size = 'true', extensible = false } = shape;
  const each = (channels * bits) / 8;
  const form = little(
    [extensible ? 0xfffe : encoding, 2],
    [channels, 2],
    [sampleRate, 4],
    [sampleRate * each, 4],
    [each, 2],
    [bits, 2],
  );
  const more = extensible
    ? join(little([22, 2], [bits, 2], [0, 4], [encoding, 2]), new Uint8Array(14))
    : new Uint8Array();
  const said = { true: undefined, zero: 0, most: 0xffffffff }[size];
  const chunks = join(
    ascii('WAVE'),
    chunk('fmt ', join(form, more)),
    ...(shape.before ?? []).map((other) => chunk('LIST', other)),
    chunk('data', body, said),
    ...(shape.after ?? []).map((other) => chunk('LIST', other)),
  );
  return join(ascii('RIFF'), little([said ?? chunks.length, 4]), chunks);
}

/** Samples of any of WAV's ways to write them, -1 to 1. */
export function writeSamples(samples: Float32Array, encoding: number, bits: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((samples.length * bits) / 8);
  const view = new DataView(bytes.buffer);
  for (const [i, sample] of samples.entries()) {
    const at = (i * bits) / 8;
    if (encoding === 3 && bits === 64) view.setFloat64(at, sample, true);
    else if (encoding === 3) view.setFloat32(at, sample, true);
    else if (bits === 8) view.setUint8(at, Math.round(sample * 127) + 128);
    else {
      const value = Math.round(sample * (2 ** (bits - 1) - 1));
      for (let byte = 0; byte < bits / 8; byte++) view.setUint8(at + byte, (value >> (8 * byte)) & 255);
    }
  }
  return bytes;
}

import type { Packet } from './ogg-bytes.js';

export interface OpusShape {
  /** kbit/s. @default 64 */
  readonly bitrate?: number;
  /** Microseconds a packet. @default 20_000 */
  readonly frameDuration?: number;
  /** 'voip' uses the other half of the codec at low rates. @default 'audio' */
  readonly application?: 'audio' | 'voip';
}

/** Opus packets of mono samples at 48 kHz, by the browser's own encoder, and the samples that its header says to skip. */
export async function encodeOpus(
  samples: Float32Array<ArrayBuffer>,
  { bitrate = 64, frameDuration = 20_000, application = 'audio' }: OpusShape = {},
): Promise<{ packets: Packet[]; preSkip: number }> {
  const packets: Packet[] = [];
  let preSkip = 0;
  let fault: unknown;
  const encoder = new AudioEncoder({
    output(chunk, metadata) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push({ bytes, samples: Math.round((frameDuration * 48) / 1000) });
      const description = metadata?.decoderConfig?.description;
      if (description instanceof ArrayBuffer) preSkip = new DataView(description).getUint16(10, true);
    },
    error(cause) {
      fault = cause;
    },
  });
  const opus = { frameDuration, application };
  encoder.configure({ codec: 'opus', sampleRate: 48000, numberOfChannels: 1, bitrate: bitrate * 1000, opus });
  for (let at = 0; at < samples.length; at += 4800) {
    const data = samples.slice(at, at + 4800);
    const piece = new AudioData({
      format: 'f32',
      sampleRate: 48000,
      numberOfFrames: data.length,
      numberOfChannels: 1,
      timestamp: Math.round((at / 48000) * 1e6),
      data,
    });
    encoder.encode(piece);
    piece.close();
  }
  await encoder.flush();
  encoder.close();
  if (fault) throw fault;
  return { packets, preSkip };
}

/** Samples a second of every Opus decoder. */
export const OPUS_RATE = 48000;

/** Most samples in a packet: 120 ms (RFC 6716, 3.1). */
const MOST = 5760;

/** Samples at 48 kHz in a packet, by its first two bytes, or 0 where it is none (RFC 6716, 3.1). */
export function opusPacketSamples(first: number, second: number | undefined): number {
  const config = first >> 3;
  const step = config & 3;
  let samples: number;
  if (config < 12) samples = step === 3 ? 2880 : 480 << step;
  else if (config < 16) samples = 480 << (config & 1);
  else samples = 120 << step;
  const code = first & 3;
  const frames = code === 3 ? (second ?? 0) & 63 : code === 0 ? 1 : 2;
  return frames * samples <= MOST ? frames * samples : 0;
}

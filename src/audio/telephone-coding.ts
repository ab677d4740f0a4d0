import type { SampleCoding } from './sample-coding.js';

/** ITU-T G.711: a byte to 14 (mu-law) or 13 bits (A-law), here on the scale of 16. */
function muLaw(byte: number): number {
  const bits = ~byte;
  const height = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return bits & 128 ? -height : height;
}

function aLaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 15) << 4) + 8;
  const height = exponent ? (mantissa + 256) << (exponent - 1) : mantissa;
  return bits & 128 ? height : -height;
}

function byTable(expand: (byte: number) => number): SampleCoding {
  const table = Float32Array.from({ length: 256 }, (_, byte) => expand(byte) / 32768);
  return { bytes: 1, read: (view, at) => table[view.getUint8(at)] ?? 0 };
}

/** Mu-law, as `ulaw_8000` sends it. */
export const MU_LAW = /* @__PURE__ */ byTable(muLaw);
/** A-law, as `alaw_8000` sends it. */
export const A_LAW = /* @__PURE__ */ byTable(aLaw);

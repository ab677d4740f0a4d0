/**
 * ITU-T G.711 as its tables say it, not as a formula: each of eight segments has 16 steps, twice as wide as those of
 * the segment before. A value is the middle of its step.
 * @param encoding WAV's format tag: 6 is A-law, 7 mu-law.
 */
export function g711(bytes: Uint8Array, encoding: number): Float32Array<ArrayBuffer> {
  const heights: number[] = [];
  let edge = encoding === 7 ? -4 : 0;
  for (let segment = 0; segment < 8; segment++) {
    // A-law's first two segments are of one width.
    const width = encoding === 7 ? 8 << segment : 16 << Math.max(0, segment - 1);
    for (let step = 0; step < 16; step++, edge += width) heights.push(edge + width / 2);
  }
  return Float32Array.from(bytes, (byte) => {
    const bits = encoding === 7 ? ~byte & 255 : byte ^ 0x55;
    const height = heights[bits & 127] ?? 0;
    const positive = encoding === 7 ? bits < 128 : bits >= 128;
    return (positive ? height : 0 - height) / 32768;
  });
}

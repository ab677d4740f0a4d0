/** Below this many bytes the sums of Adler-32 cannot exceed 32 bits. */
const STRETCH = 3800;

/** Adler-32 (RFC 1950): finds bytes that a disk lost, at a fraction of the cost of a cryptographic digest. No proof against an attacker. */
export function checksum(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += STRETCH) {
    const to = Math.min(bytes.length, from + STRETCH);
    for (let i = from; i < to; i++) {
      low += bytes[i] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}

/** Ogg's CRC-32: polynomial 0x04c11db7, nothing reflected, nothing inverted. */
const TABLE = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 24;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder << 1) ^ (remainder < 0 ? 0x04c11db7 : 0);
  return remainder;
});

/** Byte of a page at which its checksum stands, as 32 bits. */
export const CHECKSUM_AT = 22;

/** The checksum of a page, which is taken with zeros in its own place (RFC 3533, 6). */
export function oggChecksum(page: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < page.length; i++) {
    const byte = i < CHECKSUM_AT || i >= CHECKSUM_AT + 4 ? (page[i] ?? 0) : 0;
    sum = (sum << 8) ^ (TABLE[(sum >>> 24) ^ byte] ?? 0);
  }
  return sum >>> 0;
}

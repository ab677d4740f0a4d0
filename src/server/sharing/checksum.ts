/**
 * A sum of bytes, 32 bits: finds what a disk lost, at a fraction of the cost of a cryptographic digest. No proof against an attacker.
 * By words in the machine's own order of bytes, so a machine of the other order finds nothing on the shelf, and buys.
 */
export function checksum(bytes: Uint8Array): number {
  const words = wordsOf(bytes);
  let sum = bytes.length;
  for (let i = 0; i < words.length; i++) sum = mixed(sum, words[i] ?? 0);
  for (let i = words.length * 4; i < bytes.length; i++) sum = mixed(sum, bytes[i] ?? 0);
  return sum >>> 0;
}

/** The whole words that bytes begin with. A view of words must begin on a border of one. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, bytes.length >> 2);
}

/** Each step can be undone, so a single word that changed always shows; the turn brings high bits down, so that two do too. */
function mixed(sum: number, word: number): number {
  const next = sum ^ word;
  return Math.imul((next << 13) | (next >>> 19), 0x9e3779b1);
}

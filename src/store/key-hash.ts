/**
 * A short name for a key: its SHA-256 in hexadecimal. Pages without TLS may not hash; there it is the key itself, long but no
 * worse a name. Two keys may share one as far as anybody knows, so whoever goes by it compares the keys.
 */
export async function keyHash(key: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return key;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(key));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

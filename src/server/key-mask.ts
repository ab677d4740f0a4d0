/** Takes the relay's key out of what leaves it, should the API ever echo it. */
export interface KeyMask {
  /** The text without the key, nor anything else that looks like one. */
  text(text: string): string;
  /** A filter for one stream of bytes: same length, the key's bytes replaced by asterisks, even where chunks cut it. */
  bytes(): ByteMask;
}

/** Give it chunks as they come; `end` returns what was held back because it looked like the key's beginning. */
export interface ByteMask {
  push(chunk: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/** Shorter ones ("offline", "demo") are no secrets, and words or base64 audio could hold them by chance. */
const SHORTEST_SECRET = 8;
const ASTERISK = 0x2a;
const LOOKS_LIKE_A_KEY = /\bsk_[A-Za-z0-9]{8,}/g;
const NOT_BASE64 = /[^A-Za-z0-9+/=]/;
const NOTHING = new Uint8Array(0);

/** A mask for one key. */
export function createKeyMask(key: string): KeyMask {
  const secret = key.length >= SHORTEST_SECRET ? key : null;
  const bytes = new TextEncoder().encode(key);
  // Streams are mostly base64: a byte that base64 lacks is hardly ever found, so the search runs at native speed.
  const anchor = Math.max(0, key.search(NOT_BASE64));
  return {
    text: (text) => (secret ? text.replaceAll(secret, '[key]') : text).replace(LOOKS_LIKE_A_KEY, '[key]'),
    bytes: () => (secret ? createByteMask(bytes, anchor) : { push: (chunk) => chunk, end: () => NOTHING }),
  };
}

function createByteMask(secret: Uint8Array, anchor: number): ByteMask {
  /** How many bytes of the key's beginning were held back; they need no copy, being the key's own. */
  let held = 0;
  return {
    push(chunk) {
      const data = held > 0 ? joined(secret.subarray(0, held), chunk) : chunk;
      const masked = maskWhole(data, secret, anchor);
      held = beginningAtEnd(masked, secret);
      return held > 0 ? masked.subarray(0, masked.length - held) : masked;
    },
    end() {
      const rest = secret.slice(0, held);
      held = 0;
      return rest;
    },
  };
}

function maskWhole(data: Uint8Array, secret: Uint8Array, anchor: number): Uint8Array {
  const anchorByte = secret[anchor] ?? 0;
  let result = data;
  for (let at = data.indexOf(anchorByte, anchor); at >= 0; at = data.indexOf(anchorByte, at + 1)) {
    const from = at - anchor;
    if (from + secret.length > result.length || !matches(result, from, secret, secret.length)) continue;
    // The chunk belongs to whoever made it, who may send it to others too.
    if (result === data) result = data.slice();
    result.fill(ASTERISK, from, from + secret.length);
  }
  return result;
}

function beginningAtEnd(data: Uint8Array, secret: Uint8Array): number {
  for (let length = Math.min(secret.length - 1, data.length); length > 0; length--) {
    if (matches(data, data.length - length, secret, length)) return length;
  }
  return 0;
}

function matches(data: Uint8Array, from: number, secret: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (data[from + i] !== secret[i]) return false;
  return true;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

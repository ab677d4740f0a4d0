import { type SpeechAnswer, sourceOf } from '../byte-source.js';
import { checksum } from './checksum.js';

/** A storage of unstorage (`createStorage`), or anything that keeps bytes by name. */
export interface SpeechStorage {
  getItemRaw(name: string): Promise<unknown>;
  setItemRaw(name: string, bytes: Uint8Array, options?: { ttl?: number }): Promise<unknown>;
  removeItem(name: string): Promise<unknown>;
}

interface Label {
  readonly status: number;
  readonly type: string;
  readonly length: number;
  readonly checksum: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const NEWLINE = 0x0a;
/** Room for any label; a content type of hundreds of characters is none. */
const LABEL_BYTES = 256;

/**
 * Finished speech as bytes for a storage: its body, then a line that says what it was; null where it is not whole. One copy of
 * the body serves for the look at it, the sum and the storage.
 */
export function packSpeech(
  answer: Pick<SpeechAnswer, 'status' | 'headers'>,
  chunks: readonly Uint8Array[],
  until: number,
  isWhole: (body: Uint8Array) => boolean,
): Uint8Array | null {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const packed = new Uint8Array(length + LABEL_BYTES);
  let at = 0;
  for (const chunk of chunks) {
    packed.set(chunk, at);
    at += chunk.length;
  }
  const body = packed.subarray(0, length);
  if (!isWhole(body)) return null;
  const type = answer.headers.get('content-type') ?? '';
  const label: Label = { status: answer.status, type, length, checksum: checksum(body), until };
  // Padded in front: the last byte of all is the label's own, so a file that was cut shows.
  const line = `\n${JSON.stringify(label).padStart(LABEL_BYTES - 1)}`;
  const { read } = new TextEncoder().encodeInto(line, packed.subarray(length));
  return read === line.length ? packed : null;
}

/** What `packSpeech` made, or null where it is not whole (a disk was full, a write was cut) or too old. */
export function unpackSpeech(packed: Uint8Array, now: number): SpeechAnswer | null {
  const end = packed.lastIndexOf(NEWLINE);
  const label = end < 0 ? null : readLabel(new TextDecoder().decode(packed.subarray(end + 1)));
  if (!label || label.until <= now) return null;
  const body = packed.subarray(0, end);
  if (body.length !== label.length || checksum(body) !== label.checksum) return null;
  // Nothing is bought by this answer, and a request id is of use for two hours only.
  const headers = new Headers({ 'content-type': label.type, 'character-cost': '0' });
  return { status: label.status, headers, source: sourceOf(body) };
}

function readLabel(line: string): Label | null {
  try {
    const label: Partial<Label> | null = JSON.parse(line);
    const { status, type, length, checksum: sum, until } = label ?? {};
    if (typeof status !== 'number' || typeof length !== 'number' || typeof until !== 'number') return null;
    return typeof type === 'string' && typeof sum === 'number' ? { status, type, length, checksum: sum, until } : null;
  } catch {
    return null;
  }
}

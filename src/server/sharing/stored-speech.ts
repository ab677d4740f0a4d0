import { type SpeechAnswer, sourceOf } from '../byte-source.js';
import { checksum } from './checksum.js';

/** A storage of unstorage (`createStorage`), or anything that keeps bytes by name. */
export interface SpeechStorage {
  getItemRaw(name: string): Promise<unknown>;
  setItemRaw(name: string, bytes: Uint8Array, options?: { ttl?: number }): Promise<unknown>;
  removeItem(name: string): Promise<unknown>;
}

interface Head {
  readonly status: number;
  readonly type: string;
  readonly length: number;
  readonly checksum: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const NEWLINE = 0x0a;

/** Finished speech as bytes for a storage: a line that says what follows, then the body. */
export function packSpeech(
  answer: Pick<SpeechAnswer, 'status' | 'headers'>,
  chunks: readonly Uint8Array[],
  until: number,
): Uint8Array {
  const body = joined(chunks);
  const type = answer.headers.get('content-type') ?? '';
  const head: Head = { status: answer.status, type, length: body.length, checksum: checksum(body), until };
  return joined([new TextEncoder().encode(`${JSON.stringify(head)}\n`), body]);
}

/** What `packSpeech` made, or null where it is not whole (a disk was full, a write was cut) or too old. */
export function unpackSpeech(packed: Uint8Array, now: number): SpeechAnswer | null {
  const end = packed.indexOf(NEWLINE);
  const head = end < 0 ? null : readHead(new TextDecoder().decode(packed.subarray(0, end)));
  if (!head || head.until <= now) return null;
  const body = packed.subarray(end + 1);
  if (body.length !== head.length || checksum(body) !== head.checksum) return null;
  // Nothing is bought by this answer, and a request id is of use for two hours only.
  const headers = new Headers({ 'content-type': head.type, 'character-cost': '0' });
  return { status: head.status, headers, source: sourceOf(body) };
}

function readHead(line: string): Head | null {
  try {
    const head: Partial<Head> | null = JSON.parse(line);
    const { status, type, length, checksum: sum, until } = head ?? {};
    if (typeof status !== 'number' || typeof length !== 'number' || typeof until !== 'number') return null;
    return typeof type === 'string' && typeof sum === 'number' ? { status, type, length, checksum: sum, until } : null;
  } catch {
    return null;
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

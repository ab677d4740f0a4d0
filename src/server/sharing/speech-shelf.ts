import type { SpeechAnswer } from '../byte-source.js';
import { within } from '../within.js';
import { packSpeech, type SpeechStorage, unpackSpeech } from './stored-speech.js';

/** Finished speech by its key. A storage that fails is as good as none: speech is bought again, and nobody hears of it but the log. */
export interface SpeechShelf {
  read(key: string): Promise<SpeechAnswer | null>;
  /** Keeps what is whole. Returns whether it was kept. */
  write(
    key: string,
    answer: SpeechAnswer,
    chunks: readonly Uint8Array[],
    isWhole: (body: Uint8Array) => boolean,
  ): Promise<boolean>;
}

export interface SpeechShelfOptions {
  readonly storage: SpeechStorage;
  /** Seconds. */
  readonly maxAge: number;
  /** Seconds to wait for the storage. */
  readonly patience: number;
}

/** A shelf on a storage. */
export function createSpeechShelf({ storage, maxAge, patience }: SpeechShelfOptions): SpeechShelf {
  const drop = (key: string) => storage.removeItem(key).catch(() => {});

  return {
    async read(key) {
      try {
        const packed = bytesOf(await within(patience, storage.getItemRaw(key)));
        if (!packed) return null;
        const answer = unpackSpeech(packed, Date.now());
        // Half written, or old: it would only be read in vain again.
        if (!answer) void drop(key);
        return answer;
      } catch {
        return null;
      }
    },

    async write(key, answer, chunks, isWhole) {
      try {
        const packed = packSpeech(answer, chunks, Date.now() + maxAge * 1000, isWhole);
        if (!packed) return false;
        await within(patience, storage.setItemRaw(key, packed, { ttl: maxAge }));
        return true;
      } catch {
        // What a full disk took is not whole. It would be refused when read, but it takes room.
        void drop(key);
        return false;
      }
    },
  };
}

function bytesOf(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
}

import type { IDBPObjectStore } from 'idb';
import type { KeptSpeech } from './shelf.js';
import type { ShelfDatabase, ShelfSchema } from './shelf-database.js';
import { readRecord, recordBytes, type ShelfRecord } from './shelf-record.js';
import { dropToFit, nextTurn, readUses, totalBytes } from './shelf-use.js';

type Table<Name extends 'speech' | 'uses'> = IDBPObjectStore<ShelfSchema, ('speech' | 'uses')[], Name, 'readwrite'>;

interface Tables {
  readonly speech: Table<'speech'>;
  readonly uses: Table<'uses'>;
}

/** The kept speech of a database. Everything here rejects as the database does, having done nothing. */
export interface SpeechTable {
  /** What lies under a hash, if it is the speech of `key`. Drops what is broken. */
  read(hash: string, key: string): Promise<KeptSpeech | null>;
  /** Whether something lies under a hash. Reads no sound. */
  has(hash: string): Promise<boolean>;
  /** Keeps a speech and drops what has no room beside it in `most` bytes, both or neither. */
  write(hash: string, key: string, speech: KeptSpeech, most: number): Promise<void>;
  drop(hash: string): Promise<void>;
  /** Drops the least recently used until that many bytes are free that were not. */
  free(bytes: number): Promise<void>;
  usage(): Promise<{ bytes: number; count: number }>;
}

export function createSpeechTable(database: ShelfDatabase): SpeechTable {
  /** All that `work` does, or nothing of it. */
  async function change(work: (tables: Tables) => Promise<unknown>): Promise<void> {
    const transaction = database.transaction(['speech', 'uses'], 'readwrite');
    const tables = { speech: transaction.objectStore('speech'), uses: transaction.objectStore('uses') };
    try {
      await Promise.all([work(tables), transaction.done]);
    } catch (cause) {
      // What was under way only knows that it was ended; the transaction knows why.
      throw transaction.error ?? cause;
    }
  }

  const drop = (hash: string): Promise<void> => change((tables) => dropFrom(tables, hash));

  const touch = (hash: string, bytes: number): Promise<void> =>
    change(async ({ uses }) => {
      const turn = nextTurn(readUses(await uses.getAll()));
      await uses.put({ hash, bytes, turn });
    });

  return {
    async read(hash, key) {
      const record = await database.get('speech', hash);
      if (record === undefined) return null;
      const speech = readRecord(record, key);
      if (speech === 'other') return null;
      // Nobody waits for either, and neither is worth failing for: a full disk can still be read.
      if (speech === 'broken') void drop(hash).catch(() => {});
      else void touch(hash, recordBytes(key, speech)).catch(() => {});
      return speech === 'broken' ? null : speech;
    },
    has: async (hash) => (await database.getKey('speech', hash)) !== undefined,
    write: (hash, key, speech, most) =>
      change(async (tables) => {
        const bytes = recordBytes(key, speech);
        const uses = readUses(await tables.uses.getAll());
        const others = uses.filter((use) => use.hash !== hash);
        const record: ShelfRecord = { ...speech, key, length: speech.audio.size };
        await Promise.all([
          // First, since it alone may throw at once, and nobody would wait for the others.
          tables.speech.put(record, hash),
          ...dropToFit(others, most - bytes).map((use) => dropFrom(tables, use.hash)),
          tables.uses.put({ hash, bytes, turn: nextTurn(uses) }),
        ]);
      }),
    drop,
    free: (bytes) =>
      change(async (tables) => {
        const uses = readUses(await tables.uses.getAll());
        const leaving = dropToFit(uses, Math.max(0, totalBytes(uses) - bytes));
        await Promise.all(leaving.map((use) => dropFrom(tables, use.hash)));
      }),
    async usage() {
      const uses = readUses(await database.getAll('uses'));
      return { bytes: totalBytes(uses), count: uses.length };
    },
  };
}

async function dropFrom({ speech, uses }: Tables, hash: string): Promise<void> {
  await Promise.all([speech.delete(hash), uses.delete(hash)]);
}

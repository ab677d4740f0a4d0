import { keyHash } from './key-hash.js';
import type { Shelf } from './shelf.js';
import { createShelfDatabase, type ShelfDatabase } from './shelf-database.js';
import { recordBytes } from './shelf-record.js';
import { createSpeechTable } from './speech-table.js';
import { holdTabLock } from './tab-lock.js';

export interface IndexedDbShelfOptions {
  /** Of the database. Speech is shared by all of an origin that use the same name: give one to each user who may not hear another's. @default 'react-readalong' */
  name?: string;
  /** Room for speech; what was used least recently is dropped for want of it. @default 200 MB */
  maxBytes?: number;
}

/** Room for a small record, where the disk is full. */
const NOTE_BYTES = 1e6;

/**
 * Keeps speech in the browser's IndexedDB, across reloads and tabs. Touches nothing before it is first asked. Where storage is
 * refused or broken it is an empty shelf.
 *
 * @example const store = createSpeechStore({ keep: createIndexedDbShelf() });
 */
export function createIndexedDbShelf(options: IndexedDbShelfOptions = {}): Shelf {
  const { name = 'react-readalong', maxBytes = 200e6 } = options;
  const open = createShelfDatabase(name);

  /** Storage may refuse anything at any time. */
  async function attempt<T>(otherwise: T, work: (database: ShelfDatabase) => Promise<T>): Promise<T> {
    try {
      const database = await open();
      return database ? await work(database) : otherwise;
    } catch {
      return otherwise;
    }
  }

  /** Once more with room made, where the disk is full. */
  async function makingRoom(database: ShelfDatabase, bytes: number, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (cause) {
      if (!(cause instanceof Error) || cause.name !== 'QuotaExceededError') throw cause;
      // Twice: a database needs room to work in.
      await createSpeechTable(database).free(2 * bytes);
      await write();
    }
  }

  return {
    take: (key) => attempt(null, async (database) => createSpeechTable(database).read(await keyHash(key), key)),
    has: (key) => attempt(false, async (database) => createSpeechTable(database).has(await keyHash(key))),
    put: (key, speech) =>
      attempt(false, async (database) => {
        const bytes = recordBytes(key, speech);
        if (bytes > maxBytes) return false;
        const hash = await keyHash(key);
        await makingRoom(database, bytes, () => createSpeechTable(database).write(hash, key, speech, maxBytes));
        return true;
      }),
    drop: (key) => attempt(undefined, async (database) => createSpeechTable(database).drop(await keyHash(key))),
    async alone(key, signal, work) {
      return holdTabLock(`react-readalong:${name}:${await keyHash(key)}`, signal, work);
    },
    usage: () => attempt({ bytes: 0, count: 0 }, (database) => createSpeechTable(database).usage()),
    clear: () => attempt(undefined, clearAll),
    readNote: (note) => attempt<unknown>(undefined, (database) => database.get('notes', note)),
    writeNote: (note, value) =>
      attempt(undefined, (database) =>
        makingRoom(database, NOTE_BYTES, () =>
          value === undefined ? database.delete('notes', note) : database.put('notes', value, note),
        ),
      ),
  };
}

async function clearAll(database: ShelfDatabase): Promise<void> {
  const stores = ['speech', 'uses', 'notes'] as const;
  const transaction = database.transaction(stores, 'readwrite');
  await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

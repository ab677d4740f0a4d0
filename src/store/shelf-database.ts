import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What is on the disk may have been written by anybody of the origin, so values are read as unknown. */
export interface ShelfSchema extends DBSchema {
  /** By the hash of its key. */
  speech: { key: string; value: unknown };
  /** What is needed to choose what to drop, so that no sound is touched for it. */
  uses: { key: string; value: unknown };
  notes: { key: string; value: unknown };
}

export type ShelfDatabase = IDBPDatabase<ShelfSchema>;

/** Of what is kept. Another one drops the speech of older ones and leaves newer ones untouched. */
const VERSION = 1;
/** Seconds that a database may take to open before the reader goes on without it. */
const PATIENCE = 3;

/**
 * How to get at a database, opened at the first call and again after it was closed; null where it cannot be had.
 * An older version is dropped but for its notes; a newer one is left to the newer tab that made it.
 */
export function createShelfDatabase(name: string, version = VERSION): () => Promise<ShelfDatabase | null> {
  let opening: Promise<ShelfDatabase | null> | null = null;
  const forget = (): void => {
    opening = null;
  };

  async function open(): Promise<ShelfDatabase | null> {
    try {
      const database = await openDB<ShelfSchema>(name, version, { upgrade: build, terminated: forget });
      // A tab with a newer version waits for this one to let go.
      database.addEventListener('versionchange', () => {
        database.close();
        forget();
      });
      return database;
    } catch {
      forget();
      return null;
    }
  }

  function openInTime(): Promise<ShelfDatabase | null> {
    const opened = open();
    return new Promise((resolve) => {
      // It may never answer: a tab holds on to an older version, or https://bugs.webkit.org/show_bug.cgi?id=226547
      const patience = setTimeout(() => resolve(null), PATIENCE * 1000);
      void opened.then((database) => {
        clearTimeout(patience);
        if (database) opening = opened;
        resolve(database);
      });
    });
  }

  return () => {
    opening ??= openInTime();
    return opening;
  };
}

function build(database: ShelfDatabase): void {
  for (const store of [...database.objectStoreNames]) {
    if (store !== 'notes') database.deleteObjectStore(store);
  }
  database.createObjectStore('speech');
  database.createObjectStore('uses', { keyPath: 'hash' });
  if (!database.objectStoreNames.contains('notes')) database.createObjectStore('notes');
}

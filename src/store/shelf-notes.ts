import { keyHash } from './key-hash.js';
import type { Shelf } from './shelf.js';
import type { StoreNotes } from './store-notes.js';

/** The notes of a shelf. */
export function shelfNotes(shelf: Shelf): StoreNotes {
  return {
    read: async (name) => shelf.readNote(await keyHash(name)),
    write: async (name, value) => shelf.writeNote(await keyHash(name), value),
    async change(name, change) {
      const note = await keyHash(name);
      await shelf.alone(name, new AbortController().signal, async () =>
        shelf.writeNote(note, change(await shelf.readNote(note))),
      );
    },
  };
}

import type { SpeechStorage } from './stored-speech.js';

interface ItemMeta {
  /** Bytes. */
  size?: unknown;
  mtime?: Date;
}

/** A storage that can tell what it holds, as those of unstorage can. */
export interface ListedStorage extends SpeechStorage {
  getKeys(): Promise<string[]>;
  getMeta(name: string): ItemMeta | Promise<ItemMeta>;
}

/**
 * Keeps a storage (a folder, a bucket) below so many bytes: what was used longest ago goes first. It counts what it finds there once,
 * and from then on what this relay writes. Expired speech that nobody asks for goes the same way.
 */
export function limitStorage(storage: ListedStorage, { maxBytes }: { maxBytes: number }): SpeechStorage {
  const sizes = new Map<string, number>();
  let total = 0;
  let counted: Promise<void> | null = null;

  function forget(name: string): void {
    total -= sizes.get(name) ?? 0;
    sizes.delete(name);
  }

  function note(name: string, size: number): void {
    forget(name);
    sizes.set(name, size);
    total += size;
  }

  async function count(): Promise<void> {
    const found = await Promise.all(
      (await storage.getKeys()).map(async (name) => ({ name, ...(await storage.getMeta(name)) })),
    );
    const age = ({ mtime }: { mtime?: Date }) => mtime?.getTime() ?? 0;
    for (const { name, size } of found.sort((a, b) => age(a) - age(b))) note(name, Number(size ?? 0));
  }

  async function remove(name: string): Promise<void> {
    forget(name);
    await storage.removeItem(name);
  }

  return {
    async getItemRaw(name) {
      const size = sizes.get(name);
      if (size !== undefined) note(name, size);
      return storage.getItemRaw(name);
    },
    async setItemRaw(name, bytes, options) {
      counted ??= count();
      await counted;
      if (bytes.length > maxBytes) return;
      note(name, bytes.length);
      // Room is made first: a disk that is nearly full could not take both.
      for (const oldest of sizes.keys()) {
        if (total <= maxBytes) break;
        await remove(oldest);
      }
      await storage.setItemRaw(name, bytes, options);
    },
    removeItem: remove,
  };
}

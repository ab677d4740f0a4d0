import type { SpeechStorage } from './stored-speech.js';

/** A storage in this process's memory; what was used longest ago goes first. @default maxBytes 67108864 */
export function createMemoryStorage({ maxBytes = 64 * 1024 * 1024 }: { maxBytes?: number } = {}): SpeechStorage {
  const items = new Map<string, Uint8Array>();
  let total = 0;
  const remove = (name: string) => {
    total -= items.get(name)?.length ?? 0;
    items.delete(name);
  };
  return {
    async getItemRaw(name) {
      const bytes = items.get(name);
      if (!bytes) return null;
      items.delete(name);
      items.set(name, bytes);
      return bytes;
    },
    async setItemRaw(name, bytes) {
      remove(name);
      items.set(name, bytes);
      total += bytes.length;
      for (const oldest of items.keys()) {
        if (total <= maxBytes) break;
        remove(oldest);
      }
    },
    async removeItem(name) {
      remove(name);
    },
  };
}

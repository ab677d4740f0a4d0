import type { KeptSpeech, Shelf } from 'react-readalong';

/** A shelf without a browser: what is on it can be looked at, and its locks are a queue for each key. */
export function createMemoryShelf() {
  const speeches = new Map<string, KeptSpeech>();
  const notes = new Map<string, unknown>();
  const queues = new Map<string, Promise<unknown>>();
  const asked: string[] = [];

  const shelf: Shelf = {
    async take(key) {
      asked.push(key);
      return speeches.get(key) ?? null;
    },
    async put(key, speech) {
      speeches.set(key, speech);
      return true;
    },
    async drop(key) {
      speeches.delete(key);
    },
    alone(key, signal, work) {
      const before = queues.get(key) ?? Promise.resolve();
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      const turn = Promise.race([before, aborted]);
      const done = turn.then(work);
      queues.set(
        key,
        Promise.allSettled([before, done]).then(() => {}),
      );
      return done;
    },
    usage: async () => ({ bytes: 0, count: speeches.size }),
    async clear() {
      speeches.clear();
      notes.clear();
    },
    readNote: async (name) => notes.get(name),
    async writeNote(name, value) {
      notes.set(name, value);
    },
  };
  return { shelf, speeches, asked };
}

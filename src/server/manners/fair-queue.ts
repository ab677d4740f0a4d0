import type { Subject } from '../policy/authorize.js';

/** A queue in which subjects take turns: one that asks for much waits behind itself, not in front of others. */
export interface FairQueue<T> {
  readonly size: number;
  /** Puts an item at the end of its subject's line; returns what takes it out again. */
  add(subject: Subject, item: T): () => void;
  /** The first item of the subject whose turn it is, which then stands behind all others. */
  next(): T | undefined;
  /** Makes room for a subject: takes out the last item of the longest line, where that is longer than the subject's own would become. */
  makeRoom(subject: Subject): T | undefined;
}

/** An empty queue. */
export function createFairQueue<T>(): FairQueue<T> {
  const lines = new Map<Subject, T[]>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(subject, item) {
      const line = lines.get(subject) ?? [];
      line.push(item);
      lines.set(subject, line);
      size++;
      return () => {
        const place = lines.get(subject)?.indexOf(item) ?? -1;
        if (place < 0) return;
        line.splice(place, 1);
        if (line.length === 0) lines.delete(subject);
        size--;
      };
    },
    makeRoom(subject) {
      const own = lines.get(subject)?.length ?? 0;
      const longest = [...lines.values()].reduce((most, line) => (line.length > most.length ? line : most), []);
      if (longest.length <= own + 1) return undefined;
      size--;
      return longest.pop();
    },
    next() {
      const [subject, line] = lines.entries().next().value ?? [];
      if (subject === undefined || !line) return undefined;
      lines.delete(subject);
      const item = line.shift();
      if (line.length > 0) lines.set(subject, line);
      size--;
      return item;
    },
  };
}

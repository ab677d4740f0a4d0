import { createListeners } from '../audio/listeners.js';
import type { Recipe } from './recording.js';
import type { SpeechStore } from './speech-store.js';
import type { StoreNotes } from './store-notes.js';

/**
 * The borders, as UTF-16 offsets, that seeks and cut streams made in one text: the same for all documents over it that share a
 * store, and kept beyond the page where the store keeps notes. Whoever cuts otherwise buys the same speech again.
 */
export interface SharedSplits {
  /** Whether those of earlier pages and other tabs are known. Looked for when the first subscribes. */
  readonly ready: boolean;
  /** In the order in which they came. */
  readonly offsets: ReadonlySet<number>;
  add(offsets: Iterable<number>): void;
  /** Calls back when there are more, and when they are ready. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Texts of which the borders stay known while nobody reads them. */
const REMEMBERED = 50;

const texts = new WeakMap<SpeechStore, Map<string, SharedSplits>>();

/** The borders in the text of a recipe, which is that of the whole text. Asked for anew by each who comes back to it. */
export function sharedSplits(store: SpeechStore, { key, keepAs }: Pick<Recipe, 'key' | 'keepAs'>): SharedSplits {
  const known = texts.get(store) ?? new Map<string, SharedSplits>();
  texts.set(store, known);
  const name = keepAs ?? key;
  const found = known.get(name);
  if (found) return found;
  // A text that is being written is another at each key: what nobody reads is forgotten.
  const made = createSharedSplits({
    notes: keepAs === undefined ? undefined : store.notes,
    note: `cut ${keepAs}`,
    onLeft() {
      if (made.offsets.size === 0 || known.size > REMEMBERED) known.delete(name);
    },
  });
  known.set(name, made);
  return made;
}

export interface SharedSplitsOptions {
  /** Where they are kept, and under what name. @default nowhere */
  notes?: StoreNotes | undefined;
  note?: string;
  /** The last reader has left. */
  onLeft?: () => void;
}

/** None yet, shared by whoever gets hold of it. */
export function createSharedSplits({ notes, note = '', onLeft }: SharedSplitsOptions = {}): SharedSplits {
  const listeners = createListeners();
  const offsets = new Set<number>();
  let readers = 0;
  let ready = false;

  /** What is on a disk may be anything. */
  function takeIn(found: unknown): boolean {
    const before = offsets.size;
    if (Array.isArray(found)) for (const offset of found) if (Number.isSafeInteger(offset)) offsets.add(offset);
    return offsets.size > before;
  }

  async function look(store: StoreNotes): Promise<void> {
    try {
      takeIn(await store.read(note));
    } catch {
      // What cannot be read costs a request some day, and nothing else.
    }
    ready = true;
    listeners.call();
  }

  async function keep(store: StoreNotes): Promise<void> {
    let isMore = false;
    try {
      await store.change(note, (found) => {
        isMore = takeIn(found);
        return [...offsets];
      });
    } catch {
      // As above.
    }
    if (isMore) listeners.call();
  }

  return {
    get ready() {
      return ready;
    },
    offsets,
    add(more) {
      if (!takeIn([...more])) return;
      listeners.call();
      if (notes) void keep(notes);
    },
    subscribe(listener) {
      const leave = listeners.add(listener);
      if (readers++ === 0) {
        ready = !notes;
        if (notes) void look(notes);
      }
      let isReading = true;
      return () => {
        leave();
        if (!isReading) return;
        isReading = false;
        if (--readers === 0) onLeft?.();
      };
    },
  };
}

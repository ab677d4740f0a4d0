import { createRecording, type Recipe, type Recording, type RecordingKeeper } from './recording.js';
import type { Shelf } from './shelf.js';
import type { StoreNotes } from './store-notes.js';

/** Recordings by what they are of, so that the same speech is bought once by all who share a store. One to a provider. */
export interface SpeechStore {
  /** The recording of a recipe: the one that is there, else a new one, which is bought at once. */
  open(recipe: Recipe): Recording;
  /** The recording that is there, whole or coming, without buying. */
  peek(key: string): Recording | null;
  /** Buys again what failed, in its place. What did not fail, or was renewed already, is handed out as it is. */
  renew(recipe: Recipe): Recording;
  /** Puts back what was renewed, where the new one came to less. */
  restore(recording: Recording): void;
  /** Whether a recording is there without buying, in memory or on the shelf. Undefined where there is no shelf: see `peek`. */
  readonly isKept?: ((recipe: Recipe) => Promise<boolean>) | undefined;
  /** Small records that outlive the page, where anything does. Those that cannot be read are undefined. */
  readonly notes?: StoreNotes | undefined;
}

export interface CreateSpeechStoreOptions {
  /** Seconds after the last listener left before a request that still runs is ended. @default 5 */
  graceSeconds?: number;
  /** Bytes of received sound to keep for hearing again, beside what is in use. @default 50 MB */
  keptBytes?: number;
  /**
   * Where bought speech is kept beyond the page and shared with other tabs, e.g. `createIndexedDbShelf()`. What is there is not bought
   * again. Narrations, and requests with `enableLogging: false`, are not kept.
   * @default nowhere
   */
  keep?: Shelf | undefined;
}

/** Of no use to a page that keeps nothing. */
const keeping = async () => (await import('./keepers.js')).keepers;
const notesOf = async (shelf: Shelf) => (await keeping()).shelfNotes(shelf);

/** Creates a store in memory, empty but for what its shelf keeps. */
export function createSpeechStore(options: CreateSpeechStoreOptions = {}): SpeechStore {
  const { graceSeconds = 5, keptBytes = 50e6, keep } = options;
  const keeper: RecordingKeeper = { graceSeconds, onHeld, onLeft };
  const recordings = new Map<string, Recording>();
  /** Those that nobody holds, oldest first. */
  const resting = new Map<Recording, number>();

  function onHeld(recording: Recording): void {
    resting.delete(recording);
    // Dropped for want of room while somebody still knew it: it is shared again, or it would be bought again.
    if (recording.loading === 'complete' && !recordings.has(recording.key)) recordings.set(recording.key, recording);
  }

  function onLeft(recording: Recording): void {
    if (recordings.get(recording.key) !== recording) return;
    // What was cut short is not worth keeping: the next to ask wants the whole.
    if (recording.loading === 'complete') resting.set(recording, recording.audio.byteLength);
    else recordings.delete(recording.key);
    let kept = [...resting.values()].reduce((sum, bytes) => sum + bytes, 0);
    for (const [oldest, bytes] of resting) {
      if (kept <= keptBytes) break;
      kept -= bytes;
      resting.delete(oldest);
      recordings.delete(oldest.key);
    }
  }

  function peek(key: string): Recording | null {
    const found = recordings.get(key);
    return found && found.loading !== 'abandoned' ? found : null;
  }

  function buy(recipe: Recipe): Recording {
    const { keepAs } = recipe;
    const recording: Recording = createRecording(
      keep && keepAs !== undefined
        ? {
            ...recipe,
            buy: async (signal) => (await keeping()).buyKept({ ...recipe, keepAs }, keep, recording, signal),
          }
        : recipe,
      keeper,
    );
    recordings.set(recipe.key, recording);
    return recording;
  }

  return {
    isKept:
      keep &&
      (async ({ key, keepAs }) => {
        const there = peek(key);
        if (there && there.loading !== 'failed') return true;
        if (keepAs === undefined) return false;
        return keep.has ? keep.has(keepAs) : (await keep.take(keepAs)) !== null;
      }),
    notes: keep && {
      read: async (name) => (await notesOf(keep)).read(name),
      write: async (name, value) => (await notesOf(keep)).write(name, value),
      change: async (name, change) => (await notesOf(keep)).change(name, change),
    },
    open: (recipe) => peek(recipe.key) ?? buy(recipe),
    peek,
    renew(recipe) {
      const there = peek(recipe.key);
      // Two who saw it fail both ask: the first buys, the second gets the same.
      return there && there.loading !== 'failed' ? there : buy(recipe);
    },
    restore(recording) {
      if (peek(recording.key)?.loading === 'failed') recordings.set(recording.key, recording);
    },
  };
}

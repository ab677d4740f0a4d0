import { bookmarkPlace, findBookmarkPlace, readBookmarkPlace } from './bookmark-place.js';
import type { Speech } from './speech.js';

/** Where small texts are kept by name: `localStorage`, or anything like it, also one that answers later. */
export interface BookmarkStorage {
  getItem(name: string): string | null | Promise<string | null>;
  setItem(name: string, value: string): unknown;
  removeItem(name: string): unknown;
}

/** Where a place is kept, and under which name. */
export interface BookmarkOptions {
  /** What the place is kept under: one for each text, and the same whatever voice reads it. */
  name: string;
  /** @default localStorage */
  storage?: BookmarkStorage | undefined;
}

/** Milliseconds between two notes of the place while it plays: a page that is killed loses no more than a sentence. */
const NOTE = 1000;

/**
 * Comes back to where the reader was, and keeps that place: a character of the text, so that it survives another voice, another
 * speed and an edit. A text that was heard to its end begins from the start. Returns how to stop; a storage that fails is no error.
 */
export function bindBookmark(speech: Speech, { name, storage: given }: BookmarkOptions): () => void {
  const storage = given ?? localStorageOf();
  let kept: string | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let came = false;
  let bound = true;

  async function comeBack(): Promise<void> {
    const found = await read(storage, name);
    if (!bound || !found) {
      came = true;
      return;
    }
    const goThere = (): boolean => {
      const { timeline, status } = speech.getSnapshot();
      // The reader has begun elsewhere in the meantime.
      if (status !== 'idle' || speech.litOffset() !== null) return true;
      if (timeline.sourceText === '') return false;
      speech.seekToOffset(timeline.toShown(findBookmarkPlace(timeline.sourceText, found)));
      return true;
    };
    came = goThere();
    if (came) return;
    const leave = speech.watch(() => {
      if (came || !bound) return leave();
      came = goThere();
    });
  }

  function note(): void {
    if (!came) return;
    const { timeline, status } = speech.getSnapshot();
    const offset = speech.litOffset();
    if (status === 'ended' || offset === null) {
      // A text that nobody began has no place, and one that was heard to its end begins from the start.
      if (kept !== null || status === 'ended') forget(storage, name);
      kept = null;
      return;
    }
    const place = JSON.stringify(bookmarkPlace(timeline.sourceText, timeline.toSource(offset)));
    if (place === kept) return;
    kept = place;
    keep(storage, name, place);
  }

  const leave = speech.watch(() => {
    const { status } = speech.getSnapshot();
    if (status === 'playing') timer ??= setInterval(note, NOTE);
    else {
      clearInterval(timer);
      timer = undefined;
    }
    note();
  });
  void comeBack();
  return () => {
    note();
    bound = false;
    leave();
    clearInterval(timer);
  };
}

/** Where there is none, or the reader forbids it, nothing is kept. */
function localStorageOf(): BookmarkStorage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}

async function read(storage: BookmarkStorage | null, name: string): Promise<ReturnType<typeof readBookmarkPlace>> {
  try {
    return readBookmarkPlace(JSON.parse((await storage?.getItem(name)) ?? 'null'));
  } catch {
    return null;
  }
}

function keep(storage: BookmarkStorage | null, name: string, value: string): void {
  quietly(() => storage?.setItem(name, value));
}

function forget(storage: BookmarkStorage | null, name: string): void {
  quietly(() => storage?.removeItem(name));
}

/** A full or forbidden storage, now or later. */
function quietly(action: () => unknown): void {
  new Promise((resolve) => resolve(action())).catch(() => {});
}

import type { StoreNotes } from '../store/speech-store.js';
import type { TextCut } from './cut-text.js';

/** The borders that seeks and cut streams made in a text, kept beyond the page: another reading must ask for the same parts. */
export interface KeptSplits {
  /** Whether those of earlier readings are made again. Nothing may be bought before. */
  readonly ready: boolean;
  /** To be called when there may be new ones. */
  keep(): void;
}

/** `name`: of the text and all that changes its sound; undefined where nothing is kept of it. */
export function createKeptSplits(
  cut: TextCut,
  notes: StoreNotes | undefined,
  name: string | undefined,
  onReady: () => void,
): KeptSplits {
  if (!notes || name === undefined) return { ready: true, keep() {} };
  const note = `cut ${name}`;
  let ready = false;
  let count = 0;

  function make(found: unknown): void {
    if (Array.isArray(found)) for (const offset of found) if (typeof offset === 'number') cut.split(offset);
    count = cut.splits.length;
    ready = true;
    onReady();
  }

  notes.read(note).then(make, () => make(null));
  return {
    get ready() {
      return ready;
    },
    keep() {
      if (!ready || cut.splits.length === count) return;
      count = cut.splits.length;
      // What cannot be kept costs a request some day, and nothing else.
      notes.write(note, [...cut.splits]).catch(() => {});
    },
  };
}

import { graphemeStart } from '../alignment/grapheme-border.js';
import { findAround } from '../alignment/place-in-edit.js';

/** A place in a text, and enough of what stands there to find it again after an edit. */
export interface BookmarkPlace {
  /** UTF-16 offset in the text that was sent. */
  readonly offset: number;
  /** What stood right before it, and from it on. */
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units that are kept at each side. */
const KEPT = 80;

export function bookmarkPlace(text: string, offset: number): BookmarkPlace {
  return { offset, before: text.slice(Math.max(0, offset - KEPT), offset), after: text.slice(offset, offset + KEPT) };
}

/** Reads what a storage holds: other pages of the origin write there too. */
export function readBookmarkPlace(value: unknown): BookmarkPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  const { offset, before, after }: Partial<Record<keyof BookmarkPlace, unknown>> = value;
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) return null;
  return { offset, before: typeof before === 'string' ? before : '', after: typeof after === 'string' ? after : '' };
}

/** Where the place is in a text that may have been edited: at the same words or the nearest that are left, else at the same offset. */
export function findBookmarkPlace(text: string, { offset, before, after }: BookmarkPlace): number {
  const isThere = text.startsWith(after, offset) && text.slice(0, offset).endsWith(before);
  const found = isThere ? null : findAround(before + after, before.length, text, offset);
  return graphemeStart(text, found ?? offset);
}

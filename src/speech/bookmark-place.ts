/** A place in a text, and enough of what stands there to find it again after an edit. */
export interface BookmarkPlace {
  /** UTF-16 offset in the text that was sent. */
  readonly offset: number;
  /** What stood right before it, and from it on. */
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units that are kept at each side, and the least that is looked for. */
const KEPT = 80;
const LEAST = 12;

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

/** Where the place is in a text that may have been edited: where the same words stand, the nearest to it, else the same offset. */
export function findBookmarkPlace(text: string, { offset, before, after }: BookmarkPlace): number {
  if (text.startsWith(after, offset) && text.slice(0, offset).endsWith(before)) return Math.min(offset, text.length);
  for (let length = KEPT; length >= LEAST; length = Math.floor(length / 2)) {
    const head = before.slice(-length);
    const tail = after.slice(0, length);
    const both = nearest(text, head + tail, offset - head.length);
    if (both >= 0) return both + head.length;
    const ahead = tail.length >= LEAST ? nearest(text, tail, offset) : -1;
    if (ahead >= 0) return ahead;
    const behind = head.length >= LEAST ? nearest(text, head, offset - head.length) : -1;
    if (behind >= 0) return behind + head.length;
  }
  return Math.min(offset, text.length);
}

/** Where a part of a text begins, the nearest to a place; -1 where it is nowhere. */
function nearest(text: string, part: string, place: number): number {
  if (part === '') return -1;
  const behind = text.indexOf(part, Math.max(0, place));
  const ahead = text.lastIndexOf(part, Math.max(0, place));
  if (behind < 0 || ahead < 0) return Math.max(behind, ahead);
  return behind - place < place - ahead ? behind : ahead;
}

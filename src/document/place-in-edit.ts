import { graphemeStart } from './grapheme-border.js';

/** How far around a place words are taken for anchors, in UTF-16 units, and how many of them. */
const AROUND = 400;
const ANCHORS = 16;
/** Lengths of anchors: a long one is surely the same place, a short one stands in more places. */
const LENGTHS = [64, 32, 16];

/**
 * Where a place of a text is after an edit: the same character if it is still there, else the nearest that is. UTF-16 offsets.
 * O(length), with a small bound on the searches.
 */
export function nearestOffset(before: string, after: string, offset: number): number {
  const place = Math.max(0, Math.min(Math.floor(offset) || 0, before.length));
  const head = commonHead(before, after);
  if (place < head || head === before.length) return graphemeStart(after, place);
  const tail = commonTail(before, after, head);
  const moved = after.length - before.length;
  if (place >= before.length - tail) return graphemeStart(after, place + moved);
  return graphemeStart(after, withinEdit(before, after, place, head, tail));
}

/** The words around are searched for in what changed, those next to the place first. */
function withinEdit(before: string, after: string, place: number, head: number, tail: number): number {
  const end = after.length - tail;
  const changed = after.slice(head, end);
  const share = (place - head) / (before.length - tail - head);
  const expected = Math.round(share * changed.length);
  const words = anchorsAround(before, place, head, before.length - tail);
  for (const length of LENGTHS) {
    for (const word of words) {
      const anchor = before.slice(word, Math.min(word + length, before.length - tail));
      if (anchor.trim().length < Math.min(length, 16) / 2) continue;
      const found = nearestIndex(changed, anchor, expected + word - place);
      // Of words that do not hold the place, the end that is next to it survived.
      if (found >= 0) return head + found + Math.max(0, Math.min(place - word, anchor.length));
    }
  }
  const isHeadNearer = place - head <= before.length - tail - place;
  return isHeadNearer || tail === 0 ? head : end;
}

function anchorsAround(text: string, place: number, low: number, high: number): number[] {
  const from = Math.max(low, place - AROUND);
  const around = text.slice(from, Math.min(high, place + AROUND));
  const starts = Array.from(around.matchAll(/\S+/g), (match) => from + match.index);
  const candidates = [...new Set([place, ...starts])].sort((a, b) => Math.abs(a - place) - Math.abs(b - place));
  return candidates.slice(0, ANCHORS);
}

function nearestIndex(text: string, part: string, expected: number): number {
  const behind = text.indexOf(part, Math.max(0, expected));
  const ahead = expected > 0 ? text.lastIndexOf(part, expected) : -1;
  if (behind < 0 || ahead < 0) return Math.max(behind, ahead);
  return behind - expected < expected - ahead ? behind : ahead;
}

function commonHead(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before.charCodeAt(count) === after.charCodeAt(count)) count++;
  return count;
}

function commonTail(before: string, after: string, head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let count = 0;
  while (count < most && before.charCodeAt(before.length - 1 - count) === after.charCodeAt(after.length - 1 - count))
    count++;
  return count;
}

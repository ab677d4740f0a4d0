import { graphemeStart } from './grapheme-border.js';

/** How far from a place something is searched for that survived, and in what steps, in UTF-16 units. */
const AROUND = 192;
const STEP = 16;
/** Lengths of what is searched for: something long is surely the same, something short stands in more places. */
const LENGTHS = [64, 32, 16];

/**
 * Where a place of a text is after an edit, or after several: the same character if it is still there, else the nearest that is.
 * UTF-16 offsets. O(length), with a small bound on the searches.
 */
export function placeInEdit(before: string, after: string, offset: number): number {
  const place = Math.max(0, Math.min(Math.floor(offset) || 0, before.length));
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (place < head || head === before.length) return graphemeStart(after, place);
  let tail = 0;
  const fromEnd = (text: string): number => text.charCodeAt(text.length - 1 - tail);
  while (tail < most - head && fromEnd(before) === fromEnd(after)) tail++;
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  if (place >= oldEnd) return graphemeStart(after, place + newEnd - oldEnd);
  const expected = Math.round(((place - head) / (oldEnd - head)) * (newEnd - head));
  const found = findAround(before.slice(head, oldEnd), place - head, after.slice(head, newEnd), expected);
  if (found !== null) return graphemeStart(after, head + found);
  return graphemeStart(after, place - head <= oldEnd - place || tail === 0 ? head : newEnd);
}

/**
 * Where a place of one text is in another, by what stands around it: the same character or the nearest that is there, or null where
 * nothing is. Of several places the one nearest to `expected`.
 */
export function findAround(around: string, place: number, text: string, expected: number): number | null {
  // What is left of the text before the place and behind it, as near as was found: all between them is between those.
  let before: Survivor | null = null;
  let behind: Survivor | null = null;
  for (const length of LENGTHS) {
    for (const start of startsAround(place, around.length)) {
      const anchor = around.slice(start, start + length);
      if (anchor.trim().length < length / 2) continue;
      const index = nearestIndex(text, anchor, expected + start - place);
      if (index < 0) continue;
      const found = towards(place, around, start, anchor.length, text, index);
      // Both sides may begin or end alike, as with a full stop, and so overlap a little.
      const [low, high] = [(before?.offset ?? 0) - STEP, (behind?.offset ?? Infinity) + STEP];
      if (found.offset < low || found.offset > high) continue;
      if (found.distance === 0) return found.offset;
      if (found.isBefore && found.distance < (before?.distance ?? Infinity)) before = found;
      if (!found.isBefore && found.distance < (behind?.distance ?? Infinity)) behind = found;
    }
  }
  const nearest = (before?.distance ?? Infinity) <= (behind?.distance ?? Infinity) ? before : behind;
  return nearest?.offset ?? null;
}

/** The character that is nearest to a place among those around something that stands in both texts. */
interface Survivor {
  readonly offset: number;
  readonly distance: number;
  readonly isBefore: boolean;
}

/** The nearest first. */
function startsAround(place: number, length: number): number[] {
  const starts = [place];
  for (let step = STEP; step <= AROUND; step += STEP) starts.push(Math.max(0, place - step), place + step);
  return [...new Set(starts)].filter((start) => start < length);
}

/** How near to the place one comes from something that stands in both texts, as long as they agree. */
function towards(place: number, around: string, start: number, length: number, text: string, index: number): Survivor {
  let at = Math.max(start, Math.min(place, start + length));
  const move = index - start;
  while (at < place && around[at] === text[at + move]) at++;
  while (at > place && around[at - 1] === text[at + move - 1]) at--;
  return { offset: at + move, distance: Math.abs(at - place), isBefore: at < place };
}

function nearestIndex(text: string, part: string, expected: number): number {
  const behind = text.indexOf(part, Math.max(0, expected));
  const ahead = expected > 0 ? text.lastIndexOf(part, expected) : -1;
  if (behind < 0 || ahead < 0) return Math.max(behind, ahead);
  return behind - expected < expected - ahead ? behind : ahead;
}

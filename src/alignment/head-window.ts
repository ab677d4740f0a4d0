import type { ElementQueue, TimedElement } from './element-queue.js';
import { spreadTimes } from './spoken-weight.js';

/** Code points that are compared at once, at most: elements may hold any number of them. */
const MOST = 512;
/** The same of a text with its tags, of which there may be any number as well. */
const MOST_WITH_TAGS = 4096;

/** A code point of an element, with its share of the time. */
export interface TimedPoint extends TimedElement {
  /** Its element, counted from the head of the queue. */
  readonly owner: number;
}

/** The code points of the first elements of a queue. */
export interface HeadPoints {
  readonly points: readonly TimedPoint[];
  /** What did not fit in of the last element, or nothing. */
  readonly tail: TimedElement | null;
}

/** Takes elements apart, `count` at most. Inside of one, times are spread. */
export function headPoints(queue: ElementQueue, count: number): HeadPoints {
  const points: TimedPoint[] = [];
  for (let owner = 0; owner < count; owner++) {
    const element = queue.at(owner);
    if (!element) break;
    if (points.length >= MOST) return { points, tail: null };
    const { text, start, end } = element;
    const head = text.slice(0, lengthOf(text, MOST - points.length));
    const until = start + ((end - start) * head.length) / Math.max(1, text.length);
    const texts = Array.from(head);
    const borders = spreadTimes(texts, start, head === text ? end : until);
    const guessed = element.guessed || texts.length > 1;
    for (const [k, point] of texts.entries())
      points.push({ text: point, start: borders[k] ?? start, end: borders[k + 1] ?? end, guessed, owner });
    if (head !== text) return { points, tail: { text: text.slice(head.length), start: until, end, guessed: true } };
  }
  return { points, tail: null };
}

/** UTF-16 units of so many code points. */
function lengthOf(text: string, points: number): number {
  if (text.length <= points) return text.length;
  let length = 0;
  for (let i = 0; i < points && length < text.length; i++) length += (text.codePointAt(length) ?? 0) > 0xffff ? 2 : 1;
  return length;
}

/** Where a text stands. */
export interface TextPlace {
  readonly text: string;
  readonly position: number;
  /** Seconds at which what is before it ends. */
  readonly lastEnd: number;
  isTag(offset: number): boolean;
}

/** The next code points of a text. */
export interface TextWindow {
  readonly text: string;
  readonly points: readonly string[];
  /** Points that are in no tag. */
  readonly size: number;
  isTag(point: number): boolean;
}

/** The next code points of a text, so many that are in no tag, and as many in tags as fit in. */
export function textWindow({ text, position, isTag }: TextPlace, count: number): TextWindow {
  const points: string[] = [];
  const tagged: boolean[] = [];
  let size = 0;
  let end = position;
  while (end < text.length && size < count && points.length < MOST_WITH_TAGS) {
    const point = String.fromCodePoint(text.codePointAt(end) ?? 0);
    const isFree = isTag(end);
    points.push(point);
    tagged.push(isFree);
    end += point.length;
    if (!isFree) size++;
  }
  return { text: text.slice(position, end), points, size, isTag: (point) => tagged[point] ?? false };
}

import { editPath, type PathBlock } from './edit-path.js';
import type { ElementQueue, TimedElement } from './element-queue.js';
import { spreadTimes } from './spoken-weight.js';
import type { TimeReason } from './time-quality.js';

/** A stretch of the text that has times now: so many UTF-16 units further on, seconds. */
export interface PlacedStretch {
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly guessed: boolean;
}

/** Where a text stands. */
export interface TextPlace {
  readonly text: string;
  readonly position: number;
  /** Seconds at which what is before it ends. */
  readonly lastEnd: number;
  isTag(offset: number): boolean;
}

export interface HeadMatch {
  readonly stretches: readonly PlacedStretch[];
  /** Elements of the queue that are used up; of the next one only `remainder` is left, if any. */
  readonly used: number;
  readonly remainder: TimedElement | null;
  readonly reasons: ReadonlySet<TimeReason>;
}

/** Letters in a row that are no accident. One of a script without spaces counts twice. */
const SURE = 6;
/** The share of equal characters below which two stretches are not the same text at all. */
const ALIKE = 0.4;
/** More of the text is looked at than of the alignment: spoken forms are shorter or longer. */
const WIDER = 1.5;

/**
 * Lays the first elements of a queue, `count` at most, over the text, up to where both surely agree again.
 * With `final` also what is merely alike counts. Null where neither is so.
 */
export function matchHead(place: TextPlace, queue: ElementQueue, count: number, final: boolean): HeadMatch | null {
  const theirs = pointsOf(queue, Math.min(count, queue.size));
  const ours = window(place, Math.ceil(count * WIDER));
  const isWhole = final && count >= queue.size && place.position + ours.text.length === place.text.length;
  const texts = theirs.map(({ text }) => text);
  const blocks = editPath(ours.points, texts, ours.isTag, !isWhole);
  const sure = blocks.findIndex((block, i) => block.same && isSure(ours.points, start(blocks, i), block.ours));
  if (sure >= 0) return lay(blocks.slice(0, Math.max(1, sure)), place, ours, theirs);
  if (!final) return null;
  const equal = blocks.reduce((sum, block) => sum + (block.same ? block.ours : 0), 0);
  if (equal < ALIKE * Math.max(1, Math.min(ours.size, theirs.length))) return null;
  return lay(isWhole ? blocks : firstHalf(blocks, theirs.length), place, ours, theirs);
}

type Point = TimedElement & { readonly owner: number };

/** The code points of elements, each with its share of the time. */
function pointsOf(queue: ElementQueue, count: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < count; i++) {
    const element = queue.at(i);
    const texts = Array.from(element?.text ?? '');
    const borders = spreadTimes(texts, element?.start ?? 0, element?.end ?? 0);
    for (const [k, text] of texts.entries())
      points.push({ text, start: borders[k] ?? 0, end: borders[k + 1] ?? 0, guessed: texts.length > 1, owner: i });
  }
  return points;
}

interface Window {
  readonly text: string;
  readonly points: readonly string[];
  /** Points that are in no tag. */
  readonly size: number;
  isTag(point: number): boolean;
}

/** The next code points of the text, so many that are in no tag. */
function window({ text, position, isTag }: TextPlace, count: number): Window {
  const points: string[] = [];
  const tagged: boolean[] = [];
  let size = 0;
  let end = position;
  while (end < text.length && size < count) {
    const point = String.fromCodePoint(text.codePointAt(end) ?? 0);
    const isFree = isTag(end);
    points.push(point);
    tagged.push(isFree);
    end += point.length;
    if (!isFree) size++;
  }
  return { text: text.slice(position, end), points, size, isTag: (point) => tagged[point] ?? false };
}

const start = (blocks: readonly PathBlock[], index: number): number =>
  blocks.slice(0, index).reduce((sum, { ours }) => sum + ours, 0);

function isSure(points: readonly string[], from: number, count: number): boolean {
  let letters = 0;
  for (let i = from; i < from + count && letters < SURE; i++) {
    if (/[\p{L}\p{N}]/u.test(points[i] ?? ''))
      letters += /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(points[i] ?? '') ? 2 : 1;
  }
  return letters >= SURE;
}

/** What lies far from the open end of a path is likely to stay. */
function firstHalf(blocks: readonly PathBlock[], theirs: number): PathBlock[] {
  let seen = 0;
  const kept = blocks.filter((block) => {
    const before = seen;
    seen += block.theirs;
    return before < theirs / 2;
  });
  return kept.length < blocks.length || kept.length === 1 ? kept : kept.slice(0, -1);
}

function lay(blocks: readonly PathBlock[], place: TextPlace, ours: Window, theirs: readonly Point[]): HeadMatch {
  const stretches: PlacedStretch[] = [];
  const reasons = new Set<TimeReason>();
  let a = 0;
  let b = 0;
  for (const block of blocks) {
    const texts = ours.points.slice(a, a + block.ours);
    const times = theirs.slice(b, b + block.theirs);
    const inTag = isOnlyTags(texts, (i) => ours.isTag(a + i));
    reasons.add(inTag ? 'tags-left-out' : 'text-differs');
    const before = theirs[b - 1]?.end ?? place.lastEnd;
    stretches.push(...stretchesOf(texts, times, before, theirs[b + block.theirs]?.start ?? before, inTag));
    a += block.ours;
    b += block.theirs;
  }
  const next = theirs[b];
  const isPart = next !== undefined && theirs[b - 1]?.owner === next.owner;
  const rest = isPart ? theirs.slice(b).filter(({ owner }) => owner === next.owner) : [];
  return {
    stretches,
    used: next ? next.owner : (theirs.at(-1)?.owner ?? -1) + 1,
    remainder: isPart
      ? {
          text: rest.map(({ text }) => text).join(''),
          start: next.start,
          end: rest.at(-1)?.end ?? next.end,
          guessed: true,
        }
      : null,
    reasons,
  };
}

/** Whether characters are those of tags, and of the white space at their sides. */
const isOnlyTags = (texts: readonly string[], isTag: (index: number) => boolean): boolean =>
  texts.some((_, i) => isTag(i)) && texts.every((text, i) => isTag(i) || /\s/.test(text));

/** One on one where that goes, else all over the time of all. What has no time of its own lasts from its neighbour to the other. */
function stretchesOf(
  texts: readonly string[],
  times: readonly Point[],
  before: number,
  after: number,
  inTag: boolean,
): PlacedStretch[] {
  if (texts.length === 0) return [];
  const [first] = times;
  if (!first) return [{ length: texts.join('').length, start: before, end: after, guessed: !inTag }];
  if (texts.length === times.length) {
    return texts.map((text, i) => {
      const { start, end, guessed } = times[i] ?? first;
      return { length: text.length, start, end, guessed };
    });
  }
  const borders = spreadTimes(texts, first.start, times.at(-1)?.end ?? first.end);
  return texts.map((text, i) => ({
    length: text.length,
    start: borders[i] ?? first.start,
    end: borders[i + 1] ?? first.end,
    guessed: !inTag,
  }));
}

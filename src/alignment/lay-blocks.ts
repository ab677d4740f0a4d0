import type { PathBlock } from './edit-path.js';
import type { TimedElement } from './element-queue.js';
import type { HeadPoints, TextPlace, TextWindow, TimedPoint } from './head-window.js';
import { spreadTimes } from './spoken-weight.js';
import type { TimeReason } from './time-quality.js';

/** A stretch of the text that has times now: so many UTF-16 units further on, seconds. */
export interface PlacedStretch {
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly guessed: boolean;
}

export interface HeadMatch {
  readonly stretches: readonly PlacedStretch[];
  /** Elements of the queue that are used up; of the next one only `remainder` is left, if any. */
  readonly used: number;
  readonly remainder: TimedElement | null;
  readonly reasons: ReadonlySet<TimeReason>;
}

/** Gives the characters of a text the times of those that lie over them. */
export function layBlocks(
  blocks: readonly PathBlock[],
  place: TextPlace,
  ours: TextWindow,
  { points: theirs, tail }: HeadPoints,
): HeadMatch {
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
    const after = theirs[b + block.theirs]?.start ?? before;
    for (const stretch of stretchesOf(texts, times, before, after, inTag)) stretches.push(stretch);
    a += block.ours;
    b += block.theirs;
  }
  return { stretches, reasons, ...restOf(theirs, tail, b) };
}

/** What is used up of the elements when so many of their points are: of one that is so in part its rest remains. */
function restOf(
  theirs: readonly TimedPoint[],
  tail: TimedElement | null,
  used: number,
): Pick<HeadMatch, 'used' | 'remainder'> {
  const last = theirs.at(-1)?.owner ?? -1;
  const next = theirs[used];
  if (!next) return tail ? { used: last, remainder: tail } : { used: last + 1, remainder: null };
  const { owner, start } = next;
  if (theirs[used - 1]?.owner !== owner) return { used: owner, remainder: null };
  const rest: readonly TimedElement[] = [
    ...theirs.slice(used).filter((point) => point.owner === owner),
    ...(tail && owner === last ? [tail] : []),
  ];
  const text = rest.map(({ text }) => text).join('');
  return { used: owner, remainder: { text, start, end: rest.at(-1)?.end ?? next.end, guessed: true } };
}

/** Whether characters are those of tags, and of the white space at their sides. */
const isOnlyTags = (texts: readonly string[], isTag: (index: number) => boolean): boolean =>
  texts.some((_, i) => isTag(i)) && texts.every((text, i) => isTag(i) || /\s/.test(text));

/** One on one where that goes, else all over the time of all. What has no time of its own lasts from its neighbour to the other. */
function stretchesOf(
  texts: readonly string[],
  times: readonly TimedElement[],
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

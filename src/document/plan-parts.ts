import { findBorder } from './find-border.js';
import { nearness } from './plan-grid.js';
import { planOn } from './plan-on.js';
import { type Mark, type PlanOptions, standingAt } from './plan-standing.js';

/** Where the parts of a text start, planned as far as somebody asks. Offsets are UTF-16 units. */
export interface PartPlan {
  readonly count: number;
  /** How many parts, from the first, no further text can change. */
  readonly settled: number;
  /** Where a part starts; the end of the text behind the last. */
  start(part: number): number;
  /** The part that holds an offset, or -1 where there is none. */
  partAt(offset: number): number;
  /** Takes the whole text again, with more at its end. */
  grow(text: string, isFinal: boolean): void;
  /** Keeps the parts before an offset as they are, and plans anew behind it. */
  settle(offset: number): void;
}

/** Plans a text, lazily. */
export function createPartPlan(text: string, isFinal: boolean, options: PlanOptions): PartPlan {
  const { wish, reach } = nearness(options.usual);
  let whole = text;
  let ended = isFinal;
  let marks: Mark[] = [];
  /** Where the marks came to lie, as far as somebody asked. */
  let borders: number[] = [];
  /** Of what no further text can change. */
  let standing = standingAt(0, 0);
  let certain = 0;
  let waits = false;

  function planUntil(isEnough: () => boolean): void {
    if (waits) return;
    while (!waits && !(ended && isEnough())) ({ standing, waits } = planOn(whole, standing, ended, options, mark));
    certain = marks.length;
    if (!ended) lookAhead();
  }

  /** The rest of a text that grows is cut as if it ended here. */
  function lookAhead(): void {
    let ahead = { standing, waits: false };
    while (!ahead.waits) ahead = planOn(whole, ahead.standing, true, options, mark);
  }

  function mark(next: Mark): void {
    marks.push(next);
  }

  function border({ offset, isNear }: Mark): number {
    if (!isNear) return offset;
    const [low, high, least, most] = [offset - wish, offset + wish, offset - reach, offset + reach];
    return findBorder(whole, { ...options, target: offset, low, high, least, most }).offset;
  }

  function start(part: number): number {
    planUntil(() => marks.length > part);
    const place = marks[part];
    if (!place) return part < 0 ? 0 : whole.length;
    borders[part] ??= border(place);
    return borders[part];
  }

  function partAt(offset: number): number {
    planUntil(() => (marks.at(-1)?.offset ?? 0) - reach > offset);
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.offset ?? 0) - reach <= offset) low = middle + 1;
      else high = middle;
    }
    // A mark's border is within reach of it, and reaches do not overlap.
    let part = low - 1;
    while (part > 0 && start(part) > offset) part--;
    return marks.length > 0 ? Math.max(0, part) : -1;
  }

  return {
    get count() {
      planUntil(() => false);
      return marks.length;
    },
    get settled() {
      planUntil(() => false);
      return ended || !standing.begun ? certain : Math.max(0, certain - 1);
    },
    start,
    partAt,
    grow(text, isFinal) {
      if (ended) return;
      whole = text;
      ended = isFinal;
      marks = marks.slice(0, certain);
      borders = borders.slice(0, certain);
      waits = false;
    },
    settle(offset) {
      planUntil(() => false);
      if (ended || (certain > 0 && offset <= start(certain - 1))) return;
      const starts = marks.map((_, part) => start(part)).filter((place) => place < offset);
      marks = starts.map((place) => ({ offset: place, isNear: false }));
      borders = starts;
      certain = marks.length;
      standing = standingAt(offset, certain);
      waits = false;
    },
  };
}

import { collapsedRun, hasLetter } from './collapsed-run.js';
import type { ElementQueue, TimedElement } from './element-queue.js';
import { risingTimes } from './rising-times.js';
import { spreadTimes } from './spoken-weight.js';
import type { TimeReason } from './time-quality.js';

/** Float dust of a decoder or a JSON printer in seconds, far below the 11.61 ms tick of the API. */
export const DUST = 1e-6;
/** Elements that are looked at before a doubtful one is judged: some two seconds of speech. */
export const LOOKAHEAD = 32;
/** Seconds beyond which one character does not sound. */
const LONGEST = 5;
/** A message of its own begins here or a little later, in seconds. */
const BEGINNING = 0.3;

export interface MendState {
  /** Seconds at which what is before the head ends. */
  readonly lastEnd: number;
  /** Seconds to add to times as they came. */
  readonly shift: number;
  /** No more will come. */
  readonly final: boolean;
  /** Seconds of sound, where they are known. */
  readonly duration: number | undefined;
}

export interface MendedHead {
  /** The first elements of the queue with times to trust, none where only `shift` changed. */
  readonly elements: readonly TimedElement[];
  readonly reason?: TimeReason;
  readonly shift?: number;
}

/** Judges the element at the head of a queue by those behind it. Null where they do not suffice. */
export function mendHead(queue: ElementQueue, state: MendState): MendedHead | null {
  const { lastEnd, shift, final } = state;
  const count = Math.min(queue.size, LOOKAHEAD);
  const starts = Array.from({ length: count }, (_, i) => (queue.at(i)?.start ?? Number.NaN) + shift);
  if (hasRestarted(starts, shift, lastEnd)) {
    return { elements: [], shift: lastEnd - (starts[0] ?? 0) + shift, reason: 'restarted-times' };
  }
  const head = queue.at(0);
  if (head && head.end === head.start && hasLetter(head.text) && (starts[0] ?? 0) >= lastEnd - DUST) {
    const run = collapsedRun(queue, count);
    if (run.collapsed) return spreadCollapsed(queue, run.length, state);
  }
  const rising = risingTimes(starts, lastEnd - DUST);
  const [first, second] = rising;
  if (first === 0) return keepHead(queue, shift, second, second === undefined ? undefined : starts[second]);
  const reason = reasonOf(starts[0]);
  if (first !== undefined) return spreadFirst(queue, first, lastEnd, starts[first] ?? lastEnd, reason);
  return final ? spreadRest(queue, state, reason) : null;
}

/** Times of the next message count from its own start: they fall to the beginning and rise again from there. */
function hasRestarted(starts: readonly number[], shift: number, lastEnd: number): boolean {
  const [first = Number.NaN, ...next] = starts.slice(0, 4);
  const isLow = (start: number, i: number) => start < lastEnd - DUST && start >= (i > 0 ? (next[i - 1] ?? 0) : first);
  return next.length > 1 && first - shift >= 0 && first - shift <= BEGINNING && first < lastEnd && next.every(isLow);
}

/** The head begins when it says. It ends when it says, unless the next trusted element (at `index`) begins before that. */
function keepHead(queue: ElementQueue, shift: number, index: number | undefined, next = Infinity): MendedHead | null {
  const head = queue.at(0);
  if (!head) return null;
  const start = head.start + shift;
  const end = head.end + shift;
  if (end >= start && end <= next + DUST && end < Infinity)
    return { elements: [{ ...head, start, end: Math.min(end, next) }] };
  const reason = end >= start && end < Infinity ? 'unordered-times' : 'missing-times';
  if (index === undefined) return { elements: [{ ...head, start, end: start }], reason };
  return spreadFirst(queue, index, start, next, reason);
}

function spreadFirst(queue: ElementQueue, count: number, from: number, to: number, reason: TimeReason): MendedHead {
  const elements = Array.from({ length: count }, (_, i) => queue.at(i)).filter((element) => element !== undefined);
  const borders = spreadTimes(
    elements.map(({ text }) => text),
    from,
    Math.max(from, to),
  );
  return {
    elements: elements.map((element, i) => ({
      ...element,
      start: borders[i] ?? from,
      end: borders[i + 1] ?? to,
      guessed: count > 1,
    })),
    reason,
  };
}

/** A run at one moment lasts until the first element that does not share it, or the end of the sound. */
function spreadCollapsed(queue: ElementQueue, length: number, state: MendState): MendedHead | null {
  const { shift, final, duration = 0 } = state;
  const moment = (queue.at(0)?.start ?? 0) + shift;
  const next = queue.at(length);
  const reason = 'collapsed-times';
  if (next && next.start + shift <= moment + DUST && next.end + shift > moment && next.end < Infinity)
    return spreadFirst(queue, length + 1, moment, next.end + shift, reason);
  const limit = final ? queue.size : Math.min(queue.size, LOOKAHEAD);
  for (let i = length; i < limit; i++) {
    const start = (queue.at(i)?.start ?? Number.NaN) + shift;
    if (start > moment + DUST && start < Infinity) return spreadFirst(queue, i, moment, start, reason);
  }
  return final ? spreadFirst(queue, queue.size, moment, duration, reason) : null;
}

/** Nothing near can be trusted: up to what can further on, or the end of the sound. */
function spreadRest(queue: ElementQueue, state: MendState, reason: TimeReason): MendedHead | null {
  const { lastEnd, shift, duration } = state;
  for (let i = LOOKAHEAD; i < queue.size; i++) {
    const start = (queue.at(i)?.start ?? Number.NaN) + shift;
    if (start >= lastEnd && start < Infinity) return spreadFirst(queue, i, lastEnd, start, reason);
  }
  if (duration === undefined) return stackRest(queue, lastEnd, reason);
  if (duration <= lastEnd) return null;
  return spreadFirst(queue, queue.size, lastEnd, duration, reason);
}

/** One behind the other, each as long as it says. Null where one does not say. */
function stackRest(queue: ElementQueue, from: number, reason: TimeReason): MendedHead | null {
  const elements: TimedElement[] = [];
  let at = from;
  for (let i = 0; i < queue.size; i++) {
    const element = queue.at(i);
    const length = element ? element.end - element.start : Number.NaN;
    if (!element || !(length >= 0 && length < LONGEST)) return null;
    elements.push({ ...element, start: at, end: at + length, guessed: true });
    at += length;
  }
  return { elements, reason };
}

const reasonOf = (start = Number.NaN): TimeReason =>
  start >= 0 && start < Infinity ? 'unordered-times' : 'missing-times';

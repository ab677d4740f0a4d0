import { collapsedRun } from './collapsed-run.js';
import type { ElementQueue, TimedElement } from './element-queue.js';
import { hasRestarted } from './has-restarted.js';
import { SLACK } from './known-duration.js';
import { risingTimes } from './rising-times.js';
import { spreadElements } from './spread-elements.js';
import type { TimeReason } from './time-quality.js';

/** Float dust of a decoder or a JSON printer in seconds, far below the 11.61 ms tick of the API. */
export const DUST = 1e-6;
/** Elements that are looked at before a doubtful one is judged, and before what was left open is judged again: some two seconds of speech. */
export const LOOKAHEAD = 32;
/** Seconds that no character and no pause lasts. */
export const LEAP = 60;
/** Seconds that one character is believed to last where nothing else says when it ends. */
const LONGEST = 5;

export interface MendState {
  /** The last element before the queue: its start is settled, its end as it came. Its text may be none. */
  readonly head: TimedElement;
  /** Seconds to add to times of the queue as they came. */
  readonly shift: number;
  /** Elements of the queue among which nothing could be trusted. */
  readonly tried: number;
  /** No more will come. */
  readonly final: boolean;
  /** Seconds of sound, where they are known. */
  readonly duration: number | undefined;
}

export interface MendedHead {
  /**
   * The head, then the first elements of the queue, with times to trust; the element behind them starts when it says.
   * None where nothing can be told yet, or only `shift` changed.
   */
  readonly settled: readonly TimedElement[];
  readonly reason?: TimeReason | undefined;
  readonly shift?: number;
}

/** Judges the end of the head and the starts behind it by those that follow. */
export function mendHead(queue: ElementQueue, state: MendState): MendedHead {
  const { head, shift, tried, final } = state;
  const count = Math.min(queue.size, tried + LOOKAHEAD);
  const startAt = (index: number): number => (queue.at(index)?.start ?? Number.NaN) + shift;
  const starts = Array.from({ length: Math.max(0, count - tried) }, (_, i) => startAt(tried + i));
  if (tried === 0 && hasRestarted(starts, shift, head.start - DUST))
    return { settled: [], shift: endOf(head, state.duration) - (starts[0] ?? 0) + shift, reason: 'restarted-times' };

  const moment = startAt(0);
  const isIn = head.text !== '' && head.start === moment;
  const run = moment >= head.start - DUST ? collapsedRun(isIn ? head : null, queue, LOOKAHEAD) : 0;
  if (run > 0) return mendCollapsed(queue, state, run, moment, isIn);

  const reason = reasonOf(moment);
  const first = firstTrusted(starts, head);
  if (first !== undefined) return bridge(queue, state, tried + first, starts[first] ?? 0, reason);
  return final && count === queue.size ? mendRest(queue, state, reason) : { settled: [], reason };
}

/** The first of the starts that can be trusted. The end of the head counts as long as not most starts are against it. */
function firstTrusted(starts: readonly number[], head: TimedElement): number | undefined {
  const fromStart = risingTimes(starts, head.start - DUST);
  if (fromStart[0] === 0 || !(head.end > head.start)) return fromStart[0];
  const fromEnd = risingTimes(starts, head.end - DUST);
  return fromEnd.length * 2 >= fromStart.length ? fromEnd[0] : fromStart[0];
}

/** Fills what lies before a start that is trusted (at `count`): the head ends when it says, unless that is behind this start. */
function bridge(queue: ElementQueue, { head }: MendState, count: number, to: number, reason: TimeReason): MendedHead {
  const isWhole = head.end >= head.start && head.end <= to + DUST;
  if (count === 0) {
    const leaps = to - head.start > LEAP ? 'unordered-times' : undefined;
    return isWhole
      ? { settled: [head], reason: leaps }
      : { settled: [{ ...head, end: to }], reason: reasonOf(head.end) };
  }
  const between = queue.first(count);
  const settled = isWhole
    ? [head, ...spreadElements(between, head.end, to)]
    : spreadElements([head, ...between], head.start, to);
  return { settled, reason };
}

/** A run that starts at one moment lasts until the first start that is trusted behind it, or the end of the sound. */
function mendCollapsed(queue: ElementQueue, state: MendState, run: number, moment: number, isIn: boolean): MendedHead {
  const { head, shift, tried, final, duration = 0 } = state;
  const reason = 'collapsed-times';
  const from = Math.max(run, tried);
  const count = Math.min(queue.size, tried + LOOKAHEAD);
  const starts = Array.from({ length: Math.max(0, count - from) }, (_, i) => (queue.at(from + i)?.start ?? 0) + shift);
  const [first] = risingTimes(starts, moment + DUST);
  if (first === undefined && !(final && count === queue.size)) return { settled: [], reason };
  const until = first === undefined ? queue.size : from + first;
  const lastEnd = (queue.at(until - 1)?.end ?? 0) + shift;
  const next = first === undefined ? Math.max(moment, duration) : (starts[first] ?? moment);
  const ends = lastEnd > moment && (lastEnd <= next || duration === 0) && lastEnd - moment < LEAP;
  const to = ends ? lastEnd : next;
  const waiting = queue.first(until);
  const settled = isIn
    ? spreadElements([head, ...waiting], moment, to)
    : [{ ...head, end: Math.min(endOf(head, duration), moment) }, ...spreadElements(waiting, moment, to)];
  return { settled, reason };
}

/** Nothing behind the head can be trusted: all over the sound that is left, else one behind the other, each as long as it says. */
function mendRest(queue: ElementQueue, { head, duration }: MendState, reason: TimeReason): MendedHead {
  const from = endOf(head, duration);
  const before = { ...head, end: from };
  const rest = queue.first(queue.size);
  if (duration !== undefined)
    return { settled: duration > from ? [before, ...spreadElements(rest, from, duration)] : [], reason };
  const settled = [before];
  let at = from;
  for (const element of rest) {
    const length = element.end - element.start;
    if (!(length >= 0 && length < LONGEST)) return { settled: [], reason };
    settled.push({ ...element, start: at, end: at + length, guessed: true });
    at += length;
  }
  return { settled, reason };
}

/** When an element ends: at its start where what it says cannot be. Longer than anything only where the sound is known to be so. */
export function endOf({ start, end }: TimedElement, duration = 0): number {
  return end >= start && (end - start <= LEAP || end <= duration + SLACK) ? end : start;
}

/** Why a time is not used. */
export const reasonOf = (time: number): TimeReason =>
  time >= 0 && time < Infinity ? 'unordered-times' : 'missing-times';

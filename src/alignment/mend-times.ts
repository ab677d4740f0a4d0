import { createElementQueue, type TimedElement } from './element-queue.js';
import { hasLetter } from './has-letter.js';
import { DUST, endOf, LOOKAHEAD, mendHead, reasonOf } from './mend-head.js';
import type { TimeReason } from './time-quality.js';

/** Gives each element times that are finite and follow one another, in the order in which elements come. */
export interface TimeMender {
  /** Times in seconds; NaN where there is none. An element without text has no place. */
  push(element: TimedElement): void;
  /** No more will come; `duration` in seconds where the sound's length is known. */
  end(duration: number | undefined): void;
}

/** What is told of elements: one by one those that have times now, and those that never will. */
export interface MendedTimes {
  give(element: TimedElement): void;
  /** The next that will be given starts then; when it ends is told only when it is given. */
  foretell(element: TimedElement): void;
  lose(text: string): void;
  report(reason: TimeReason): void;
}

/** Seconds between two elements, and seconds of one, beyond which others are asked whether that can be: rounding, and a long pause. */
const GAP = 0.05;
const LONG_ELEMENT = 2;

const NOTHING: TimedElement = { text: '', start: 0, end: 0, guessed: false };

/**
 * Clean elements pass at once, but for their end: the start of the next says whether it can be. A doubtful one waits until it
 * can be judged by a fixed number of those that follow, so that the outcome is the same in whatever pieces they come.
 */
export function createTimeMender({ give, foretell, lose, report }: MendedTimes): TimeMender {
  const queue = createElementQueue();
  let head = NOTHING;
  let shift = 0;
  let tried = 0;

  const shifted = (element: TimedElement): TimedElement =>
    shift === 0 ? element : { ...element, start: element.start + shift, end: element.end + shift };

  const follows = ({ text, start, end }: TimedElement): boolean =>
    start >= head.end - DUST &&
    head.end >= head.start &&
    start <= head.end + GAP &&
    end >= start &&
    end <= start + LONG_ELEMENT &&
    !(end === start && hasLetter(text));

  function release(element: TimedElement): void {
    if (element.text !== '') give(element);
  }

  function pass(next: TimedElement): void {
    release(head);
    head = next;
    foretell(next);
  }

  function drain(final: boolean, duration?: number): void {
    while (queue.size > 0) {
      const next = shifted(queue.at(0) ?? NOTHING);
      if (follows(next)) {
        queue.drop(1);
        pass(next);
        tried = 0;
        continue;
      }
      if (!final && queue.size < tried + LOOKAHEAD) return;
      const mended = mendHead(queue, { head, shift, tried, final, duration });
      if (mended.reason) report(mended.reason);
      if (mended.settled.length > 0) advance(mended.settled);
      else if (mended.shift === undefined) {
        if (final && tried + LOOKAHEAD >= queue.size) return;
        tried += LOOKAHEAD;
      }
      shift = mended.shift ?? shift;
    }
  }

  /** What is settled is the head and some of the queue; the next is the new head. */
  function advance(settled: readonly TimedElement[]): void {
    for (const element of settled) release(element);
    const next = queue.at(settled.length - 1);
    const end = settled.at(-1)?.end ?? head.end;
    head = next ? shifted(next) : { ...NOTHING, start: end, end };
    queue.drop(settled.length);
    tried = 0;
  }

  return {
    push(element) {
      if (queue.size === 0) {
        const next = shifted(element);
        if (follows(next)) return pass(next);
      }
      queue.push(element);
      if (queue.size >= tried + LOOKAHEAD) drain(false);
    },
    end(duration) {
      drain(true, duration);
      const end = endOf(head, duration);
      if (end !== head.end) report(reasonOf(head.end));
      release({ ...head, end });
      for (let i = 0; i < queue.size; i++) lose(queue.at(i)?.text ?? '');
      queue.drop(queue.size);
      head = NOTHING;
    },
  };
}

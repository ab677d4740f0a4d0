import { hasLetter } from './collapsed-run.js';
import { createElementQueue, type TimedElement } from './element-queue.js';
import { DUST, LOOKAHEAD, mendHead } from './mend-head.js';
import type { TimeReason } from './time-quality.js';

/** Gives each element times that are finite and follow one another, in the order in which elements come. */
export interface TimeMender {
  /** Times in seconds; NaN where there is none. */
  push(text: string, start: number, end: number): void;
  /** No more will come; `duration` in seconds where the sound's length is known. */
  end(duration: number | undefined): void;
}

/** What is told of elements: one by one those that have times now, and those that never will. */
export interface MendedTimes {
  give(element: TimedElement): void;
  lose(text: string): void;
  report(reason: TimeReason): void;
}

/** Seconds of silence, and of one character, beyond which others are asked whether that can be: pauses are up to 1.25 s. */
const LONG_GAP = 0.5;
const LONG_ELEMENT = 5;

/**
 * Clean elements pass at once. A doubtful one waits until it can be judged by a fixed number of those that follow,
 * so that the outcome is the same in whatever pieces they come; what cannot be judged so waits for the end.
 */
export function createTimeMender({ give, lose, report }: MendedTimes): TimeMender {
  const queue = createElementQueue();
  let lastEnd = 0;
  let shift = 0;
  let held = false;

  const isPlain = (text: string, start: number, end: number): boolean =>
    start >= lastEnd - DUST &&
    start <= lastEnd + LONG_GAP &&
    end >= start &&
    end <= start + LONG_ELEMENT &&
    !(end === start && hasLetter(text));

  function pass(element: TimedElement): void {
    lastEnd = Math.max(lastEnd, element.end);
    give(element);
  }

  function drain(final: boolean, duration?: number): void {
    while (queue.size > 0) {
      const { text = '', start = Number.NaN, end = Number.NaN } = queue.at(0) ?? {};
      if (isPlain(text, start + shift, end + shift)) {
        queue.drop(1);
        pass({ text, start: start + shift, end: end + shift, guessed: false });
        continue;
      }
      if (!final && queue.size < LOOKAHEAD) return;
      const mended = mendHead(queue, { lastEnd, shift, final, duration });
      if (!mended) break;
      if (mended.reason) report(mended.reason);
      shift = mended.shift ?? shift;
      queue.drop(mended.elements.length);
      for (const element of mended.elements) pass(element);
    }
    held = queue.size > 0;
    if (final) {
      for (let i = 0; i < queue.size; i++) lose(queue.at(i)?.text ?? '');
      queue.drop(queue.size);
    }
  }

  return {
    push(text, start, end) {
      if (queue.size === 0 && isPlain(text, start + shift, end + shift)) {
        pass({ text, start: start + shift, end: end + shift, guessed: false });
        return;
      }
      queue.push({ text, start, end, guessed: false });
      if (!held) drain(false);
    },
    end: (duration) => drain(true, duration),
  };
}

import type { ElementQueue } from './element-queue.js';

/** Letters that may share one moment: tokens of a model are shorter than that. */
const MOST_AT_ONCE = 7;

export interface CollapsedRun {
  /** Elements from the head on that share one moment. */
  readonly length: number;
  /** Whether there are more of them with letters than can sound at once. */
  readonly collapsed: boolean;
}

/** The elements from the head on that begin and end at its own moment. Looks at `count` of them at most. */
export function collapsedRun(queue: ElementQueue, count: number): CollapsedRun {
  const moment = queue.at(0)?.start ?? Number.NaN;
  let letters = 0;
  let length = 0;
  for (; length < count; length++) {
    const element = queue.at(length);
    if (element?.start !== moment || element.end !== moment) break;
    if (hasLetter(element.text)) letters++;
  }
  return { length, collapsed: letters > MOST_AT_ONCE };
}

/** Whether an element has a sound of its own: only what has none may last for no time at all. */
export const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

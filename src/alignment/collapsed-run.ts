import type { ElementQueue, TimedElement } from './element-queue.js';
import { hasLetter } from './has-letter.js';

/** Letters of a word that may share one moment: tokens of a model are shorter than that. */
const MOST_AT_ONCE = 7;

/**
 * How many elements at the head of a queue share the start of its first, where more start there than can sound at once: a word
 * and another, or many letters. 0 where they can. `before` counts as well where it starts then. Looks at `count` at most.
 */
export function collapsedRun(before: TimedElement | null, queue: ElementQueue, count: number): number {
  const start = queue.at(0)?.start;
  let letters = 0;
  let isParted = false;
  let isTwoWords = false;
  let length = 0;

  function see(text: string): void {
    if (!hasLetter(text)) {
      if (letters > 0 && /\s/.test(text)) isParted = true;
      return;
    }
    letters++;
    if (isParted) isTwoWords = true;
  }

  if (before) see(before.text);
  for (; length < count && queue.at(length)?.start === start; length++) see(queue.at(length)?.text ?? '');
  return isTwoWords || letters > MOST_AT_ONCE + 1 ? length : 0;
}

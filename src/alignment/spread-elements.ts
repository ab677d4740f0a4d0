import type { TimedElement } from './element-queue.js';
import { spreadTimes } from './spoken-weight.js';

/** Elements with times of their own no more: each with its share of a stretch, in seconds. One alone fills it, which is no guess. */
export function spreadElements(elements: readonly TimedElement[], from: number, to: number): TimedElement[] {
  const borders = spreadTimes(
    elements.map(({ text }) => text),
    from,
    Math.max(from, to),
  );
  return elements.map((element, i) => ({
    text: element.text,
    start: borders[i] ?? from,
    end: borders[i + 1] ?? to,
    guessed: elements.length > 1 || element.guessed,
  }));
}

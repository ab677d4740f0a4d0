/** A piece of text with its times in seconds, as aligned; `guessed` where the times are not the recording's. */
export interface TimedElement {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly guessed: boolean;
}

/** Elements that wait to be understood, first in first out. */
export interface ElementQueue {
  readonly size: number;
  /** The element at a place from the head. */
  at(index: number): TimedElement | undefined;
  /** So many elements from the head on. */
  first(count: number): TimedElement[];
  push(element: TimedElement): void;
  /** Takes elements off the head. */
  drop(count: number): void;
  replaceHead(element: TimedElement): void;
}

export function createElementQueue(): ElementQueue {
  let elements: TimedElement[] = [];
  let head = 0;
  return {
    get size() {
      return elements.length - head;
    },
    at: (index) => elements[head + index],
    first: (count) => elements.slice(head, head + count),
    push(element) {
      elements.push(element);
    },
    drop(count) {
      head = Math.min(elements.length, head + count);
      // Half of the list at a time, so that dropping one costs the same at any length.
      if (head * 2 < elements.length) return;
      elements = elements.slice(head);
      head = 0;
    },
    replaceHead(element) {
      elements[head] = element;
    },
  };
}

import type { HeardPlace } from './heard-place.js';
import type { MarkLayer } from './mark-layer.js';

/** How a word stands to the voice, as written in `data-state` of its element; none before the first play. */
export type WordState = 'spoken' | 'current' | 'upcoming';

/** The words of a text that are elements of their own. Their states are toggled in the DOM. */
export interface WordElements extends MarkLayer {
  /** Takes a word's element in, by the word's index, and gives it its state. Returns how to let go of it. */
  add(index: number, element: HTMLElement): () => void;
}

/** Creates the words of one transcript; it has none yet. */
export function createWordElements(): WordElements {
  const elements = new Map<number, HTMLElement>();
  let current: number | null = null;

  function write(index: number, element: HTMLElement): void {
    if (current === null) delete element.dataset.state;
    else element.dataset.state = stateOf(index, current);
  }

  function show(place: HeardPlace | null): void {
    const before = current;
    const next = place ? place.word : null;
    if (next === before) return;
    current = next;
    const isStep = before !== null && next !== null && next === before + 1;
    // A step touches two words; after a jump any may have changed.
    for (const index of isStep ? [before, next] : elements.keys()) {
      const element = elements.get(index);
      if (element) write(index, element);
    }
  }

  return {
    show,
    refresh() {},
    remove: () => show(null),
    add(index, element) {
      elements.set(index, element);
      write(index, element);
      return () => {
        if (elements.get(index) === element) elements.delete(index);
      };
    },
  };
}

function stateOf(index: number, current: number): WordState {
  if (index === current) return 'current';
  return index < current ? 'spoken' : 'upcoming';
}

import type { HeardPlace } from './heard-place.js';
import type { MarkLayer } from './mark-layer.js';
import type { TextMap } from './text-map.js';

/** On the first paragraph behind the one that is heard: those after it are its siblings. */
const ATTRIBUTE = 'data-upcoming';

/**
 * Creates the mark of the paragraphs that are still to come: an attribute, moved once a paragraph. A highlight over the rest
 * of a book would cost the browser a little for each text node of it, at every character.
 */
export function createUpcomingParagraphs(map: TextMap): MarkLayer {
  let shown: HeardPlace | null = null;
  let marked: Element | null = null;

  function mark(): void {
    const rest = shown && shown.paragraphNext < shown.textEnd ? map.clip(shown.paragraphNext, shown.textEnd) : null;
    const next = (rest && map.pointAt(rest.start)?.node.parentElement?.closest('p')) ?? null;
    if (next === marked) return;
    marked?.removeAttribute(ATTRIBUTE);
    next?.setAttribute(ATTRIBUTE, '');
    marked = next;
  }

  return {
    show(place) {
      const isSame = place?.paragraphNext === shown?.paragraphNext && place?.textEnd === shown?.textEnd;
      shown = place;
      if (!isSame) mark();
    },
    refresh: mark,
    remove() {
      shown = null;
      mark();
    },
  };
}

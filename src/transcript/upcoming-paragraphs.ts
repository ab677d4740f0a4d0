import type { HeardPlace } from './heard-place.js';
import type { MarkLayer } from './mark-layer.js';
import type { TextMap } from './text-map.js';

const ATTRIBUTE = 'data-upcoming';

/**
 * Creates the mark of the paragraphs that are still to come: an attribute on each, taken away once a paragraph. A highlight
 * over the rest of a book would cost the browser a little for each text node of it, at every character; an attribute on the
 * first alone, whose siblings follow by a rule, the styles of all of them at every paragraph.
 */
export function createUpcomingParagraphs(map: TextMap): MarkLayer {
  let shown: HeardPlace | null = null;
  let marked: ReadonlySet<Element> = new Set();

  function mark(): void {
    const rest = shown && shown.paragraphNext < shown.textEnd ? map.clip(shown.paragraphNext, shown.textEnd) : null;
    const next = (rest && map.pointAt(rest.start)?.node.parentElement?.closest('p')) ?? null;
    const upcoming = paragraphsFrom(next);
    for (const paragraph of marked) if (!upcoming.has(paragraph)) paragraph.removeAttribute(ATTRIBUTE);
    for (const paragraph of upcoming) if (!marked.has(paragraph)) paragraph.setAttribute(ATTRIBUTE, '');
    marked = upcoming;
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

function paragraphsFrom(first: Element | null): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (let at = first; at; at = at.nextElementSibling) if (at.localName === 'p') found.add(at);
  return found;
}

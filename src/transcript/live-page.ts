import type { TextSpans } from '../alignment/text-spans.js';
import type { ParagraphElements } from './paragraph-elements.js';
import type { ShownPage } from './shown-page.js';
import { createTextMap, type TextMap } from './text-map.js';

/** A page whose text may grow while it is read: who holds it keeps the place. */
export interface LivePage {
  readonly page: ShownPage;
  /** The text as it is in the DOM now. Whether that is another one than before. */
  setText(spans: TextSpans): boolean;
}

export interface CreateLivePageOptions extends Pick<ShownPage, 'root' | 'spans' | 'ensureShown'> {
  elements: ParagraphElements;
}

/** Creates the page of a text, whose `map` and `spans` are always those of now. */
export function createLivePage({ root, elements, ensureShown, ...first }: CreateLivePageOptions): LivePage {
  let { spans } = first;
  let now = createTextMap(elements, spans);
  const map: TextMap = {
    pointAt: (offset) => now.pointAt(offset),
    clip: (start, end) => now.clip(start, end),
    offsetOf: (node, offset) => now.offsetOf(node, offset),
  };
  return {
    page: {
      root,
      map,
      ensureShown,
      get spans() {
        return spans;
      },
    },
    setText(next) {
      if (next === spans) return false;
      spans = next;
      now = createTextMap(elements, next);
      return true;
    },
  };
}

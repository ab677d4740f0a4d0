import { adoptBaseStyles } from './base-styles.js';
import { canHighlight } from './highlight-registry.js';
import { offsetFromPoint } from './hit-test.js';
import { takesClicks } from './own-control.js';
import { rangeOf } from './range-of.js';
import type { ShownPage } from './shown-page.js';

const NAME = 'readalong-hover';

/**
 * Underlines the word that a click would go to, under a pointer that hovers: at most one hit-test an animation frame,
 * no layout and no element. Returns how to stop. Does nothing where the browser cannot highlight.
 */
export function watchHover(page: ShownPage): () => void {
  const { root, map } = page;
  const { ownerDocument } = root;
  if (!canHighlight()) return () => {};
  adoptBaseStyles(ownerDocument);
  const ears = new AbortController();
  const options = { passive: true, signal: ears.signal };
  const range = ownerDocument.createRange();
  // The text may change, or go on, under a pointer that rests.
  const changes = new MutationObserver(showSoon);
  let at: { x: number; y: number } | null = null;
  let frame = 0;

  function show(): void {
    frame = 0;
    const word = at && wordUnder(at.x, at.y);
    const isShown = word && rangeOf(map, word.start, word.end, range);
    if (isShown) hoverHighlight().add(range);
    else CSS.highlights.get(NAME)?.delete(range);
  }

  /** The word that a click would go to: in a link it goes elsewhere. */
  function wordUnder(x: number, y: number): { start: number; end: number } | null {
    const offset = offsetFromPoint(ownerDocument, map, x, y);
    const { words } = page.spans;
    const word = offset === null ? -1 : words.indexAt(offset);
    if (offset === null || word < 0 || takesClicks(map.pointAt(offset)?.node.parentElement ?? null, root)) return null;
    return { start: words.start(word), end: words.end(word) };
  }

  function showSoon(): void {
    if (frame === 0) frame = requestAnimationFrame(show);
  }

  function move(x: number, y: number): void {
    if (!at) changes.observe(root, { subtree: true, childList: true, characterData: true });
    at = { x, y };
    showSoon();
  }

  function leave(): void {
    changes.disconnect();
    cancelAnimationFrame(frame);
    at = null;
    show();
  }

  root.addEventListener(
    'pointermove',
    ({ pointerType, buttons, clientX, clientY }) => {
      // A finger does not hover, and who drags selects.
      if (pointerType === 'touch' || buttons > 0) leave();
      else move(clientX, clientY);
    },
    options,
  );
  root.addEventListener('pointerleave', leave, options);
  return () => {
    ears.abort();
    leave();
  };
}

function hoverHighlight(): Highlight {
  let highlight = CSS.highlights.get(NAME);
  if (!highlight) {
    highlight = new Highlight();
    // Below every mark: what is heard is never hidden by what might be.
    highlight.priority = -1;
    CSS.highlights.set(NAME, highlight);
  }
  return highlight;
}

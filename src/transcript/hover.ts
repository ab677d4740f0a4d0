import { canHighlight } from './highlight-registry.js';
import { offsetFromPoint } from './hit-test.js';
import type { ShownPage } from './shown-page.js';

const NAME = 'readalong-hover';

/** In a layer below the theme's, for apps that bring no theme. The class in front: see the marks' own rules. */
const RULE = `@layer readalong { @layer base { .readalong-transcript ::highlight(${NAME}) { text-decoration: underline .06em dotted currentColor } } }`;

const adopted = new WeakSet<Document>();

/**
 * Underlines the word that a click would go to, under a pointer that hovers: at most one hit-test an animation frame,
 * no layout and no element. Returns how to stop. Does nothing where the browser cannot highlight.
 */
export function watchHover(page: ShownPage): () => void {
  const { root, map, spans } = page;
  const { ownerDocument } = root;
  if (!canHighlight()) return () => {};
  adoptRule(ownerDocument);
  const ears = new AbortController();
  const options = { passive: true, signal: ears.signal };
  const range = ownerDocument.createRange();
  let at: { x: number; y: number } | null = null;
  let frame = 0;
  let shown = -1;

  function show(): void {
    frame = 0;
    const offset = at && offsetFromPoint(ownerDocument, map, at.x, at.y);
    const word = offset === null ? -1 : spans.words.indexAt(offset);
    if (word === shown) return;
    shown = word;
    const from = word < 0 ? null : map.pointAt(spans.words.start(word));
    const to = from && map.pointAt(spans.words.end(word) - 1);
    if (!from || !to) {
      hoverHighlight().delete(range);
      return;
    }
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, Math.min(to.offset + 1, to.node.length));
    hoverHighlight().add(range);
  }

  function move(x: number, y: number): void {
    at = { x, y };
    if (frame === 0) frame = requestAnimationFrame(show);
  }

  function leave(): void {
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

function adoptRule(document: Document): void {
  if (adopted.has(document) || !('adoptedStyleSheets' in document)) return;
  adopted.add(document);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULE);
  document.adoptedStyleSheets.push(sheet);
}

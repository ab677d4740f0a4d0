import { isBlock } from './markup-rules.js';
import { isElement } from './paragraph-point.js';

/** Sees when a place in a text may stand elsewhere than it did. */
export interface LayoutWatch {
  /** The place is in this node now; null for nowhere. Reads the layout where that is another paragraph. */
  hold(node: Node | null): void;
  stop(): void;
}

export interface WatchLayoutOptions {
  /** An element of the text's root beside its paragraphs. */
  layer: HTMLElement;
  /** Elements that have another size when all of the text is laid out anew. */
  resizes: readonly Element[];
}

/**
 * Calls back when the text is laid out anew, also in a root of fixed size: by sizes of the paragraph that is held and of
 * letters, by styles written on that paragraph or the root, by a font that came, and when something in the root was scrolled.
 * It does not see another `text-align` by a style sheet's rule, where no size changes.
 */
export function watchLayout({ layer, resizes }: WatchLayoutOptions, onMoved: () => void): LayoutWatch {
  const { ownerDocument } = layer;
  const root = layer.parentElement ?? layer;
  const letters = layer.appendChild(createLetters(ownerDocument));
  let held: Element | null = null;
  let heldSize = '';
  const resized = new ResizeObserver((entries) => {
    // It tells of each element once at first, when there is no news.
    const isKnown = entries.every(({ target }) => target === held && sizeOf(target) === heldSize);
    if (held) heldSize = sizeOf(held);
    if (!isKnown) onMoved();
  });
  for (const element of [letters, ...resizes]) resized.observe(element);
  const styled = new MutationObserver(onMoved);
  const styles = { attributeFilter: ['style', 'class', 'dir', 'lang'] };
  styled.observe(root, styles);
  const ears = new AbortController();
  const options = { capture: true, passive: true, signal: ears.signal };
  root.addEventListener(
    'scroll',
    ({ target }) => {
      if (held && target !== root && isElement(target) && target.contains(held)) onMoved();
    },
    options,
  );
  ownerDocument.fonts?.addEventListener('loadingdone', onMoved, { signal: ears.signal });

  return {
    hold(node) {
      const block = blockOf(node, root);
      if (block === held) return;
      if (held) resized.unobserve(held);
      styled.disconnect();
      styled.observe(root, styles);
      held = block;
      if (!held) return;
      heldSize = sizeOf(held);
      resized.observe(held);
      styled.observe(held, styles);
    },
    stop() {
      resized.disconnect();
      styled.disconnect();
      ears.abort();
      letters.remove();
    },
  };
}

/** As wide and high as some letters of the text, which are no text. */
function createLetters(document: Document): HTMLElement {
  const letters = document.createElement('span');
  letters.className = 'readalong-letters';
  letters.setAttribute('aria-hidden', 'true');
  Object.assign(letters.style, { position: 'absolute', visibility: 'hidden', pointerEvents: 'none' });
  return letters;
}

/** The paragraph, or what else is a block, that holds a node. */
function blockOf(node: Node | null, root: Element): Element | null {
  let at = node?.parentElement ?? null;
  while (at && at !== root && !isBlock(at.localName)) at = at.parentElement;
  return at === root ? null : at;
}

function sizeOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  return `${width} ${height}`;
}

import { rectsOfText, type ShownPage } from './shown-page.js';
import { type LayoutWatch, watchLayout } from './watch-layout.js';

/** A ring round a stretch of text: a box for each line that it touches. */
export interface CaretRing {
  /** Draws it round a stretch (UTF-16 offsets), or takes it away for null. */
  show(stretch: { readonly start: number; readonly end: number } | null): void;
  remove(): void;
}

/** Pixels that an element of the ring's is wide, by which a zoomed or scaled page is told. */
const RULER = 100;

/**
 * Creates the ring of a caret in `layer`, an element of the page's root beside its paragraphs. It is drawn again when the
 * text is laid out anew: see `watchLayout`.
 */
export function createCaretRing(page: ShownPage, layer: HTMLElement): CaretRing {
  const { ownerDocument } = page.root;
  let shown: { readonly start: number; readonly end: number } | null = null;
  let layout: LayoutWatch | null = null;
  const rings = ownerDocument.createElement('span');
  rings.setAttribute('aria-hidden', 'true');
  layer.append(rings);
  Object.assign(rings.style, { position: 'absolute', insetBlockStart: '0', left: '0', pointerEvents: 'none' });
  rings.style.width = `${RULER}px`;

  function draw(): void {
    const rects = shown ? rectsOfText(page, shown.start, shown.end) : [];
    const origin = rings.getBoundingClientRect();
    const scale = origin.width / RULER || 1;
    rings.replaceChildren(
      ...rects.map(({ left, top, width, height }) => {
        const box = ownerDocument.createElement('span');
        box.className = 'readalong-caret-box';
        Object.assign(box.style, {
          position: 'absolute',
          boxSizing: 'border-box',
          left: `${(left - origin.left) / scale}px`,
          top: `${(top - origin.top) / scale}px`,
          width: `${width / scale}px`,
          height: `${height / scale}px`,
          // Here, so that there is a ring without the theme; forced colours keep outlines.
          outline: '2px solid var(--readalong-focus, Highlight)',
          outlineOffset: '2px',
        });
        return box;
      }),
    );
  }

  function leave(): void {
    layout?.stop();
    layout = null;
  }

  return {
    show(stretch) {
      shown = stretch;
      if (stretch)
        layout ??= watchLayout({ layer, resizes: page.content ? [page.root, page.content] : [page.root] }, draw);
      else leave();
      draw();
      layout?.hold(stretch && (page.map.pointAt(stretch.start)?.node ?? null));
    },
    remove() {
      shown = null;
      leave();
      rings.remove();
    },
  };
}

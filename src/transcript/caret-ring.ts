import { rectsOfText, type ShownPage } from './shown-page.js';

/** A ring round a stretch of text: a box for each line that it touches. */
export interface CaretRing {
  /** Draws it round a stretch (UTF-16 offsets), or takes it away for null. */
  show(stretch: { readonly start: number; readonly end: number } | null): void;
  remove(): void;
}

/**
 * Creates the ring of a caret in `layer`, an element of the page's root beside its paragraphs. It is drawn again when the
 * text is laid out anew.
 */
export function createCaretRing(page: ShownPage, layer: HTMLElement): CaretRing {
  const { ownerDocument } = page.root;
  let shown: { readonly start: number; readonly end: number } | null = null;
  const resized = new ResizeObserver(draw);
  const rings = ownerDocument.createElement('span');
  rings.setAttribute('aria-hidden', 'true');
  layer.append(rings);
  Object.assign(rings.style, { position: 'absolute', insetBlockStart: '0', left: '0', pointerEvents: 'none' });

  function draw(): void {
    const rects = shown ? rectsOfText(page, shown.start, shown.end) : [];
    const origin = rings.getBoundingClientRect();
    rings.replaceChildren(
      ...rects.map(({ left, top, width, height }) => {
        const box = ownerDocument.createElement('span');
        box.className = 'readalong-caret-box';
        Object.assign(box.style, {
          position: 'absolute',
          boxSizing: 'border-box',
          left: `${left - origin.left}px`,
          top: `${top - origin.top}px`,
          width: `${width}px`,
          height: `${height}px`,
          // Here, so that there is a ring without the theme; forced colours keep outlines.
          outline: '2px solid var(--readalong-focus, Highlight)',
          outlineOffset: '2px',
        });
        return box;
      }),
    );
  }

  return {
    show(stretch) {
      if (shown === null && stretch !== null) resized.observe(page.root);
      else if (stretch === null) resized.disconnect();
      shown = stretch;
      draw();
    },
    remove() {
      shown = null;
      resized.disconnect();
      rings.remove();
    },
  };
}

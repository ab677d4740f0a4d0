import { createGlide } from './glide.js';
import type { WordLine } from './word-shape.js';

/** A rounded box behind letters, which is moved and filled without a layout. */
export interface PillBox {
  /** Puts it behind a line of a word. Lengths are CSS pixels from the corner of its parent; `size` is that of the letters. */
  place(line: WordLine, size: number, glides: boolean): void;
  /** Fills it from the side where reading starts, to a share (0 to 1) of the letters' width. */
  fill(share: number): void;
  hide(): void;
  remove(): void;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The side of the square that is scaled to a word's size, in CSS pixels. */
const SIDE = 100;

const SIDES = ['left', 'top', 'width', 'height'] as const;

/** How far it reaches beyond the letters, in their size. */
const PADDING = { beside: 0.13, above: 0.04 };

/** Creates a box that is hidden until it is placed. */
export function createPillBox(parent: HTMLElement): PillBox {
  const { ownerDocument } = parent;
  // What is moved is not what is drawn: else each step would style what stands in it anew, for its properties are inherited.
  const mover = parent.appendChild(createSpan(ownerDocument, 'readalong-pill-mover'));
  const box = mover.appendChild(createSpan(ownerDocument, 'readalong-pill'));
  const heard = box.appendChild(createSpan(ownerDocument, 'readalong-pill-heard'));
  const view = ownerDocument.defaultView ?? window;
  let from: Place | null = null;
  let place: Place | null = null;
  let beside = 0;
  let sizeBefore = 0;
  let share = -1;

  const glide = createGlide(view, (way) => {
    if (!place) return;
    const between = (side: keyof Place): number => (from?.[side] ?? 0) * (1 - way) + (place?.[side] ?? 0) * way;
    const [left, top, width, height] = way < 1 ? SIDES.map(between) : SIDES.map((side) => place?.[side] ?? 0);
    mover.style.transform = `translate(${left}px, ${top}px) scale(${(width ?? 0) / SIDE}, ${(height ?? 0) / SIDE})`;
  });

  return {
    place(line, size, glides) {
      beside = size * PADDING.beside;
      const above = size * PADDING.above;
      // Without a glide it is where it goes.
      const time = glides && place ? Number.parseFloat(view.getComputedStyle(box).transitionDuration) : 0;
      from = place;
      place = {
        left: line.left - beside,
        top: line.top - above,
        width: line.width + 2 * beside,
        height: line.height + 2 * above,
      };
      glide.start(time || 0);
      // What must stay round or thin in a scaled square is drawn the other way round.
      box.style.setProperty('--readalong-scale-x', `${place.width / SIDE}`);
      box.style.setProperty('--readalong-scale-y', `${place.height / SIDE}`);
      // Only another size is a layout.
      if (size !== sizeBefore) box.style.fontSize = `${size}px`;
      sizeBefore = size;
      mover.style.visibility = 'visible';
      heard.style.transformOrigin = line.isRightToLeft ? '100% 0' : '0 0';
      share = -1;
    },
    fill(next) {
      if (next === share) return;
      share = next;
      const { width } = place ?? { width: 1 };
      const filled = next <= 0 ? 0 : next >= 1 ? 1 : (next * (width - 2 * beside) + beside) / width;
      heard.style.transform = `scaleX(${filled})`;
    },
    hide() {
      if (!place) return;
      glide.stop();
      place = null;
      mover.style.visibility = 'hidden';
    },
    remove: glide.stop,
  };
}

function createSpan(document: Document, className: string): HTMLElement {
  const span = document.createElement('span');
  span.className = `readalong-drawn ${className}`;
  return span;
}

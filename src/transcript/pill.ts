import { adoptBaseStyles } from './base-styles.js';
import type { HeardPlace } from './heard-place.js';
import type { MarkLayer } from './mark-layer.js';
import { createPillBox, type PillBox } from './pill-box.js';
import type { TextMap } from './text-map.js';
import { watchLayout } from './watch-layout.js';
import { measureWord, type WordLine } from './word-shape.js';

/** Pixels that an element of the frame's is wide, by which a zoomed or scaled page is told. */
const RULER = 100;

/** Creates the box behind the word that is heard, one for each line that the word touches. Reads the layout once a word, and when the text is laid out anew: see `watchLayout`. */
export function createPill(layer: HTMLElement, map: TextMap, resizes: readonly Element[]): MarkLayer {
  const { ownerDocument } = layer;
  adoptBaseStyles(ownerDocument);
  const frame = ownerDocument.createElement('span');
  frame.className = 'readalong-drawn readalong-pills';
  frame.setAttribute('aria-hidden', 'true');
  frame.style.inlineSize = `${RULER}px`;
  layer.append(frame);
  // Two are there from the start: an element that is added while it plays is a layout.
  const boxes: PillBox[] = [createPillBox(frame), createPillBox(frame)];
  let shown: HeardPlace | null = null;
  let lines: readonly WordLine[] = [];

  /** Puts the boxes where the word is now. */
  function place(glides: boolean): void {
    const before = lines[0];
    const origin = frame.getBoundingClientRect();
    const found = shown && shown.word >= 0 ? measureWord(map, shown.wordStart, shown.graphemeEnds) : [];
    lines = found.map((line) => inFrame(line, origin));
    const size = fontSizeOf(map, shown) || 16;
    for (const [index, line] of lines.entries()) {
      boxes[index] ??= createPillBox(frame);
      // It glides along a line: across lines it would fly through the text.
      const isBeside = index === 0 && before !== undefined && Math.abs(before.top - line.top) < line.height / 2;
      boxes[index].place(line, size, glides && isBeside);
    }
    for (const box of boxes.slice(lines.length)) box.hide();
    layout.hold(lines.length > 0 && shown ? (map.pointAt(shown.wordStart)?.node ?? null) : null);
  }

  function fill(): void {
    if (!shown) return;
    const { graphemeEnds, heardEnd } = shown;
    const grapheme = graphemeEnds.findIndex((end) => end >= heardEnd);
    for (const [index, line] of lines.entries()) boxes[index]?.fill(line.shares[grapheme] ?? 1);
  }

  function refresh(): void {
    place(false);
    fill();
  }

  const layout = watchLayout({ layer, resizes }, refresh);

  return {
    show(heard) {
      const isNew = heard?.wordStart !== shown?.wordStart || heard?.wordEnd !== shown?.wordEnd;
      shown = heard;
      if (isNew) place(true);
      fill();
    },
    refresh,
    remove() {
      layout.stop();
      for (const box of boxes) box.remove();
      frame.remove();
    },
  };
}

/** In CSS pixels of the page, which may be zoomed or scaled, from the frame's corner. */
function inFrame(line: WordLine, origin: DOMRect): WordLine {
  const scale = origin.width / RULER || 1;
  return {
    ...line,
    left: (line.left - origin.left) / scale,
    top: (line.top - origin.top) / scale,
    width: line.width / scale,
    height: line.height / scale,
  };
}

/** CSS pixels of the letters of a word: an app may have given its paragraphs sizes of their own. */
function fontSizeOf(map: TextMap, heard: HeardPlace | null): number {
  const parent = heard && map.pointAt(Math.max(0, heard.wordStart))?.node.parentElement;
  return parent ? Number.parseFloat(getComputedStyle(parent).fontSize) : 0;
}

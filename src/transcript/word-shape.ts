import { rangeOf } from './range-of.js';
import type { TextMap } from './text-map.js';

/** The part of a word that stands in one line, in client pixels, and how much of it is heard after each of its graphemes. */
export interface WordLine {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
  /** By grapheme of the word: 0 to 1 of this line's width, from the side where reading starts. */
  readonly shares: readonly number[];
}

interface Side {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** By grapheme: its box in this line, where it has one. */
  readonly boxes: (DOMRect | undefined)[];
}

/** Graphemes of which the borders are read: a longer one is an address or a mistake, and fills in steps. */
const MOST = 128;

/** Where a word stands, a box for each line that it touches. Reads the layout; none where its text is not in the DOM. */
export function measureWord(map: TextMap, start: number, graphemeEnds: readonly number[]): readonly WordLine[] {
  const lines: Side[] = [];
  const step = Math.ceil(graphemeEnds.length / MOST);
  let from = start;
  for (let grapheme = step - 1; from < (graphemeEnds.at(-1) ?? 0); grapheme += step) {
    const index = Math.min(grapheme, graphemeEnds.length - 1);
    const end = graphemeEnds[index] ?? from;
    for (const box of boxesOf(map, from, end)) addToLine(lines, box, index);
    from = end;
  }
  return lines.map((line) => readLine(line, graphemeEnds.length));
}

function boxesOf(map: TextMap, start: number, end: number): DOMRect[] {
  const rects = rangeOf(map, start, end)?.getClientRects() ?? [];
  return [...rects].filter(({ width }) => width > 0);
}

function addToLine(lines: Side[], box: DOMRect, grapheme: number): void {
  const middle = (box.top + box.bottom) / 2;
  let line = lines.find(({ top, bottom }) => middle > top && middle < bottom);
  if (!line) {
    line = { left: box.left, right: box.right, top: box.top, bottom: box.bottom, boxes: [] };
    lines.push(line);
  }
  line.left = Math.min(line.left, box.left);
  line.right = Math.max(line.right, box.right);
  line.top = Math.min(line.top, box.top);
  line.bottom = Math.max(line.bottom, box.bottom);
  line.boxes[grapheme] = box;
}

function readLine({ left, right, top, bottom, boxes }: Side, graphemes: number): WordLine {
  const width = right - left;
  const known = boxes.filter((box) => box !== undefined);
  const isRightToLeft = (known[0]?.left ?? 0) > (known.at(-1)?.left ?? 0);
  let heard = 0;
  const shares = Array.from({ length: graphemes }, (_, grapheme) => {
    const box = boxes[grapheme];
    if (box) heard = Math.max(heard, isRightToLeft ? right - box.left : box.right - left);
    return width > 0 ? heard / width : 0;
  });
  return { left, top, width, height: bottom - top, isRightToLeft, shares };
}

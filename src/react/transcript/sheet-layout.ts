import type { TextSpans } from '../../alignment/text-spans.js';
import { paragraphText } from '../../transcript/paragraph-elements.js';
import type { ParagraphSheet } from '../../transcript/paragraph-sheet.js';
import { isSameColumn, readTextColumn, type TextColumn } from '../../transcript/text-column.js';
import { createTextHeights } from '../../transcript/text-height.js';

/** CSS pixels: of each paragraph, by index, and of all with what is between them, in an element of that width. */
export interface KnownHeights {
  readonly width: number;
  readonly each: readonly number[];
  readonly all: number;
}

/** How high the paragraphs of a sheet are, or will be. */
export interface SheetLayout {
  column(): TextColumn;
  /** Of each paragraph, by index, as it was laid out before. */
  readonly known: readonly number[];
  /** Whether the column is another one than that in which the sheet was laid out. */
  isStale(): boolean;
  /** Of a paragraph that is not in the DOM. CSS pixels. */
  estimate(index: number): number;
  /** Of one that is. CSS pixels. */
  heightOf(element: Element): number;
  /** Takes the column as it is now, and learns from the paragraphs in the DOM. Gives their heights. */
  learn(): readonly { readonly index: number; readonly height: number }[];
  /** From this paragraph on the text is another one. */
  forget(from: number): void;
}

/** Creates the layout of a sheet in `host`, and makes the host as high as the text will be. */
export function createSheetLayout(
  root: HTMLElement,
  host: HTMLElement,
  sheet: ParagraphSheet,
  spans: () => Pick<TextSpans, 'text' | 'paragraphs'>,
  { all, each, width }: KnownHeights,
): SheetLayout {
  // Before the first look at the layout: a page that becomes short loses its place.
  host.style.blockSize = `${all}px`;
  const known = width > 0 && root.clientWidth === width ? each : [];
  let column = read();
  const heights = createTextHeights((index) => paragraphText(spans(), index), column);
  const measured = known.map((height, index) => ({ index, height }));
  heights.learn(measured, column);
  let total = 0;
  for (let index = 0; index < spans().paragraphs.count; index++)
    total += (known[index] ?? heights.estimate(index)) + column.gap;
  host.style.blockSize = `${total}px`;

  function read(): TextColumn {
    const [one] = sheet.shown();
    return readTextColumn(host, one?.element ?? sheet.keep([0])[0] ?? host);
  }

  const heightOf = (element: Element): number => element.getBoundingClientRect().height / scaleOf(host);

  return {
    column: () => column,
    known,
    isStale: () => !isSameColumn(column, read()),
    estimate: heights.estimate,
    heightOf,
    learn() {
      column = read();
      const now = sheet.shown().map(({ index, element }) => ({ index, height: heightOf(element) }));
      heights.learn(now, column);
      return now;
    },
    forget: heights.forget,
  };
}

/** A page that is scaled as a whole has other client pixels than CSS pixels. */
function scaleOf(element: HTMLElement): number {
  const scale = element.getBoundingClientRect().width / element.offsetWidth || 1;
  // Widths are told in whole pixels: a part of one is no scale.
  return Math.abs(scale - 1) * element.offsetWidth < 1 ? 1 : scale;
}

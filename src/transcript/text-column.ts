/** How a paragraph is laid out. Lengths are CSS pixels. */
export interface TextColumn {
  readonly width: number;
  readonly lineHeight: number;
  readonly fontSize: number;
  /** Between two paragraphs. */
  readonly gap: number;
}

/** Reads the column of `host` from one of its paragraphs. */
export function readTextColumn(host: HTMLElement, paragraph: Element): TextColumn {
  const style = getComputedStyle(paragraph);
  const fontSize = Number.parseFloat(style.fontSize) || 16;
  return {
    width: host.clientWidth || 1,
    lineHeight: Number.parseFloat(style.lineHeight) || 1.2 * fontSize,
    fontSize,
    gap: Number.parseFloat(style.marginBlockEnd) || 0,
  };
}

/** Whether what was laid out in one column stands as high in the other. */
export const isSameColumn = (a: TextColumn, b: TextColumn): boolean =>
  a.width === b.width && a.lineHeight === b.lineHeight && a.fontSize === b.fontSize && a.gap === b.gap;

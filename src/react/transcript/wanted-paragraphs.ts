/** A list of paragraphs of which some are laid out and the others estimated. */
export interface ParagraphPlaces {
  readonly count: number;
  /** CSS pixels, from wherever; undefined beyond the ends. */
  placeOf(index: number): { readonly start: number; readonly end: number } | undefined;
}

/** A stretch of the list, in CSS pixels, and the index of a paragraph in it. */
export interface WantedStretch {
  readonly first: number;
  readonly from: number;
  readonly to: number;
}

/** The indexes, ascending, of the paragraphs that some stretches touch, and of single ones. */
export function wantedParagraphs(
  { count, placeOf }: ParagraphPlaces,
  stretches: readonly WantedStretch[],
  single: readonly number[],
): number[] {
  const indexes = new Set(single.filter((index) => index < count));
  for (const { first, from, to } of stretches) {
    for (let index = first; index >= 0 && (placeOf(index)?.end ?? from) >= from; index--) indexes.add(index);
    for (let index = first + 1; index < count && (placeOf(index)?.start ?? to) <= to; index++) indexes.add(index);
  }
  return [...indexes].sort((a, b) => a - b);
}

/** What a mark (`word`, `sentence`, `character`) lights of an element at this moment, read from the registry alone. */
export function lit(
  element: Element,
  mark: 'word' | 'sentence' | 'character' | 'spoken' | 'upcoming' = 'word',
): string {
  for (const range of CSS.highlights.get(`readalong-${mark}`) ?? []) {
    if (element.contains(range.startContainer)) return range.toString();
  }
  return '';
}

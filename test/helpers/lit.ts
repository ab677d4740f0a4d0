/** What a mark (`word`, `sentence`, `character`) lights of an element at this moment, read from the registry alone. */
export function lit(
  element: Element,
  mark: 'word' | 'sentence' | 'character' | 'spoken' | 'upcoming' = 'word',
): string {
  const ranges = [...(CSS.highlights.get(`readalong-${mark}`) ?? [])];
  return ranges.filter((range) => element.contains(range.startContainer)).join('');
}

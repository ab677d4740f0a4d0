/** A text as it is searched: without accents and case, of labels without their underscores. */
export function foldSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().replaceAll('_', ' ');
}

/** The words of a search, at most 200 characters of it. */
export function searchWords(search: string): readonly string[] {
  return foldSearch(search.slice(0, 200)).split(/\s+/).filter(Boolean);
}

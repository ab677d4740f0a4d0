import { createTextSearch, matchFrom, searchText } from 'react-readalong';

const text = 'The café was shut. Its CAFÉ sign still swung. “Cafe?” it asked.';

/** Case and accents are no hindrance, and a hit keeps its place in the text as it is. */
export default function search() {
  const hits = searchText(text, 'cafe');
  const exact = createTextSearch({ matchCase: true, diacritics: 'keep' });
  return {
    hits: hits.map(({ start, end }) => `${start}: ${text.slice(start, end)}`),
    nextBehind20: matchFrom(hits, 20),
    exactly: exact.search(text, 'café').length,
  };
}

import { segmentPieces } from './segment-pieces.js';
import { createSpanList, type SpanList } from './span-list.js';

/** The graphemes of a text: what a reader takes for one character, with its marks or as one emoji. */
export function findGraphemes(text: string): SpanList {
  const graphemes = createSpanList();
  for (const { index, end } of segmentPieces(text, 'grapheme', undefined)) graphemes.add(index, end);
  return graphemes;
}

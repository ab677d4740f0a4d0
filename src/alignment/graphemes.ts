import { hasLetter } from './has-letter.js';
import { segmenterFor, segmentPieces } from './segment-pieces.js';
import { createSpanList, type SpanList } from './span-list.js';

/** The graphemes of a text: what a reader takes for one character, with its marks or as one emoji. */
export function findGraphemes(text: string): SpanList {
  const graphemes = createSpanList();
  for (const { index, end } of segmentPieces(text, 'grapheme', undefined)) graphemes.add(index, end);
  return graphemes;
}

/** How far a character may reach, in UTF-16 units. */
const CHARACTER = 64;

/** Whether a text holds more than one grapheme that is a letter or digit, as a word does and a character does not. */
export function holdsManyLetters(text: string): boolean {
  let letters = 0;
  const first = text.search(/[\p{L}\p{N}]/u);
  if (first < 0) return false;
  for (const { segment } of segmenterFor('grapheme', undefined).segment(text.slice(first, first + CHARACTER))) {
    if (hasLetter(segment) && ++letters > 1) return true;
  }
  return false;
}

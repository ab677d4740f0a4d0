import { hasLetter } from './has-letter.js';
import { segmenterFor } from './segment-pieces.js';

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

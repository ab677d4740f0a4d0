import type { TextSpans } from '../alignment/text-spans.js';
import { paragraphText } from './paragraph-elements.js';

type Paragraphs = Pick<TextSpans, 'text' | 'paragraphs'>;

/** The index of the first paragraph that is another one than before. */
export function firstChangedParagraph(before: Paragraphs, after: Paragraphs): number {
  // More has come behind it: only the last one may go on.
  if (after.text.startsWith(before.text)) return Math.max(0, before.paragraphs.count - 1);
  const count = Math.min(before.paragraphs.count, after.paragraphs.count);
  for (let index = 0; index < count; index++)
    if (paragraphText(before, index) !== paragraphText(after, index)) return index;
  return count;
}

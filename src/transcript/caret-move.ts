import type { SpanList } from '../alignment/span-list.js';
import type { TextSpans } from '../alignment/text-spans.js';

/** A step of the caret through a text. */
export type CaretMove =
  | { readonly to: 'next' | 'previous'; readonly unit: 'words' | 'sentences' | 'paragraphs' }
  | { readonly to: 'start' | 'end' };

/** The start (UTF-16 offset) of the word that a step leads to, from the word at `offset`; -1 is before the first. */
export function caretMove(spans: TextSpans, offset: number, move: CaretMove): number {
  const { words } = spans;
  const last = Math.max(0, words.start(words.count - 1));
  if (!('unit' in move)) return move.to === 'start' ? wordIn(words, 0) : last;
  const list = spans[move.unit];
  const index = list.indexAt(offset);
  if (move.to === 'next') return index + 1 < list.count ? wordIn(words, list.start(index + 1)) : last;
  // Within a sentence its own start comes first, as in every editor.
  const start = wordIn(words, Math.max(0, list.start(index)));
  return start < offset ? start : wordIn(words, Math.max(0, list.start(index - 1)));
}

/** The start of the first word that ends behind an offset: a sentence or paragraph may begin with white space. */
function wordIn(words: SpanList, offset: number): number {
  const index = Math.max(0, words.indexAt(offset));
  const isBehind = words.end(index) <= offset && index + 1 < words.count;
  return Math.max(0, words.start(isBehind ? index + 1 : index));
}

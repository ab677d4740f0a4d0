import type { SpanList } from '../alignment/span-list.js';
import type { TextRange } from '../alignment/text-range.js';
import type { TextSpans } from '../alignment/text-spans.js';

/** What a text is practised by. */
export type PracticeUnit = 'word' | 'sentence' | 'paragraph';

/** The units of a kind, in reading order. */
export function unitsOf(spans: TextSpans, unit: PracticeUnit): SpanList {
  if (unit === 'word') return spans.words;
  return unit === 'sentence' ? spans.sentences : spans.paragraphs;
}

/** A stretch of a text without the white space at its ends; null where nothing is left. Offsets beyond the text are brought back to it. */
export function spokenRange(text: string, { start, end }: TextRange): TextRange | null {
  let [from, to] = [Math.max(0, Math.trunc(start) || 0), Math.min(text.length, Math.trunc(end) || 0)];
  const isSpace = (at: number): boolean => /\s/.test(text[at] ?? '');
  while (from < to && isSpace(from)) from++;
  while (to > from && isSpace(to - 1)) to--;
  return from < to ? { start: from, end: to } : null;
}

/** One unit of a text by its number, without the white space at its ends; null where there is none. */
export function unitRange(spans: TextSpans, unit: PracticeUnit, index: number): TextRange | null {
  const units = unitsOf(spans, unit);
  if (index < 0 || index >= units.count) return null;
  return spokenRange(spans.text, { start: units.start(index), end: units.end(index) });
}

/** Where the unit that holds an offset ends, without the white space behind it; the first where none began yet, Infinity where there is none. */
export function unitEnd(spans: TextSpans, unit: PracticeUnit, offset: number): number {
  return unitRange(spans, unit, unitIndex(spans, unit, offset))?.end ?? Number.POSITIVE_INFINITY;
}

/** The number of the unit that holds an offset; the first where none began yet. */
export const unitIndex = (spans: TextSpans, unit: PracticeUnit, offset: number): number =>
  Math.max(0, unitsOf(spans, unit).indexAt(offset));

import { isHigh } from './code-points.js';

/** Blank lines part paragraphs, and so does white space that is longer than any line, in UTF-16 units. */
const BLANK = /\n[^\S\n]*\n\s*/y;
const WIDE = 200;
/** What cannot begin a grapheme behind a space. */
const JOINS_SPACE = /^[\p{Grapheme_Extend}\p{M}\p{Emoji_Modifier}\u200d]/u;

/** In UTF-16 units: where the gap begins, and the first letter behind it. */
export interface ParagraphGap {
  readonly end: number;
  readonly next: number;
  /** Whether it is longer than any that an author means. */
  readonly isWide: boolean;
}

/** The gap between the paragraph that holds an offset and the next; null where no other follows. O(distance). */
export function nextParagraph(text: string, from: number): ParagraphGap | null {
  const [end, start] = nextGap(text, from);
  if (start >= text.length || (isHigh(text, start) && start + 1 === text.length)) return null;
  const joins = text[start - 1] !== '\n' && JOINS_SPACE.test(text.slice(start, start + 2));
  return { end, next: joins ? start - 1 : start, isWide: start - end >= WIDE };
}

/** Without a pattern over the whole text: the engine's search for a line break is many times faster. */
function nextGap(text: string, from: number): [start: number, end: number] {
  let end = text.length;
  let start = text.indexOf('\n', from);
  for (; start >= 0; start = text.indexOf('\n', start + 1)) {
    BLANK.lastIndex = start;
    if (!BLANK.test(text)) continue;
    end = BLANK.lastIndex;
    break;
  }
  const wide = wideSpace(text, from, end);
  return wide && (start < 0 || wide[0] < start) ? wide : [start < 0 ? end : start, end];
}

/** What is so wide covers two of any places that are half as far apart. */
function wideSpace(text: string, from: number, to: number): [start: number, end: number] | null {
  // Patterns are slow for one character, and most are Latin letters.
  const isSpace = (at: number): boolean => {
    const code = text.charCodeAt(at);
    return (code <= 0x20 || code >= 0xa0) && /\s/.test(text[at] ?? '');
  };
  const half = WIDE / 2;
  for (let at = Math.ceil(from / half) * half; at + half < to; at += half) {
    if (!isSpace(at) || !isSpace(at + half)) continue;
    let start = at;
    while (start > from && isSpace(start - 1)) start--;
    let end = at;
    while (isSpace(end)) end++;
    if (end - start >= WIDE) return [start, end];
  }
  return null;
}

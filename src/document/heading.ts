/** In UTF-16 units: longer than that, it is a paragraph that lost its full stop. */
const LONGEST = 80;
const ENDS_IN_MARK = /[\p{Sentence_Terminal}…,;"'“”‘’«»」』][\p{Pe}\p{Pf}"']*$/u;
/** “IV.”, “Chapter 1.” */
const NUMBERED = /^(?:\p{Lu}\p{L}*\s+)?(?:\d+|[IVXLC]+)\.$/u;

/** Whether a stretch of a text is a heading: one short line, without the mark that ends a sentence. */
export function isHeading(text: string, start: number, end: number): boolean {
  if (end - start > 4 * LONGEST) return false;
  const line = text.slice(start, end).trim();
  if (line.length === 0 || line.length > LONGEST || line.includes('\n')) return false;
  return !ENDS_IN_MARK.test(line) || NUMBERED.test(line);
}

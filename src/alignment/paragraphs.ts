import { createSpanList, type SpanList } from './span-list.js';

/**
 * The paragraphs of a text: what blank lines part. A single line break stays inside, as in a poem.
 * No segmenter takes part, so a server and a browser always agree.
 */
export function findParagraphs(text: string): SpanList {
  const spans = createSpanList();
  const blank = /[^\S\n]*\n(?:[^\S\n]*\n)+/g;
  let from = 0;
  for (let match = blank.exec(text); match; match = blank.exec(text)) {
    addTrimmed(from, match.index);
    from = blank.lastIndex;
  }
  addTrimmed(from, text.length);
  return spans;

  /** Line breaks at the ends belong to no paragraph; indentation does, since a reader sees it. */
  function addTrimmed(start: number, end: number): void {
    if (!/\S/.test(text.slice(start, end))) return;
    while (text[start] === '\n') start++;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
    spans.add(start, end);
  }
}

import { createSpanList, type SpanList } from './span-list.js';

/**
 * The paragraphs of a text: what blank lines part. A single line break stays inside, as in a poem.
 * No segmenter takes part, so a server and a browser always agree.
 */
export function findParagraphs(text: string): SpanList {
  const spans = createSpanList();
  const blank = /\n(?:[^\S\n]*\n)+/g;
  let from = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  blank.lastIndex = from;
  for (let match = blank.exec(text); match; match = blank.exec(text)) {
    addTrimmed(from, match.index);
    from = blank.lastIndex;
  }
  addTrimmed(from, text.length);
  return spans;

  /** Line breaks at the ends belong to no paragraph; indentation does, since a reader sees it. */
  function addTrimmed(start: number, end: number): void {
    if (!/\S/.test(text.slice(start, end))) return;
    spans.add(start, start + text.slice(start, end).trimEnd().length);
  }
}

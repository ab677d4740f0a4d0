import { segmenterFor } from '../alignment/segment-pieces.js';
import type { Timeline } from '../alignment/timeline.js';
import { adoptBaseStyles, canHighlight, MARK_NAMES, type MarkName, sharedHighlight } from './highlight-registry.js';
import type { TextMap } from './text-map.js';

/** The lit places of one transcript: a range each, moved in the live DOM and never rewritten. */
export interface Marks {
  /** Lights the character at an offset with its word and sentence, or nothing for null. Writes only what changed. */
  show(offset: number | null, timeline: Timeline): void;
  /** Takes the ranges out of the document. */
  remove(): void;
}

/** Creates the marks of a transcript whose text is reached through `map`. Does nothing where the browser cannot highlight. */
export function createMarks(document: Document, map: TextMap): Marks {
  if (!canHighlight()) return { show() {}, remove() {} };
  adoptBaseStyles(document);
  const ranges = new Map<MarkName, Range>();
  let shown = { offset: -1, word: -2, sentence: -2 };
  let graphemes: readonly number[] = [];

  function place(name: MarkName, start: number, end: number): void {
    const from = start < end ? map.pointAt(start) : null;
    // The end of a stretch belongs to its last character: a paragraph's end is not the next one's beginning.
    const to = from && map.pointAt(end - 1);
    if (!from || !to) {
      clear(name);
      return;
    }
    const range = ranges.get(name) ?? document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, Math.min(to.offset + 1, to.node.length));
    if (ranges.has(name)) return;
    ranges.set(name, range);
    sharedHighlight(name).add(range);
  }

  function clear(name: MarkName): void {
    const range = ranges.get(name);
    if (!range) return;
    sharedHighlight(name).delete(range);
    ranges.delete(name);
  }

  function clearAll(): void {
    for (const name of MARK_NAMES) clear(name);
    shown = { offset: -1, word: -2, sentence: -2 };
  }

  /** Where the grapheme that holds an offset ends: half an emoji or a letter without its marks is never lit. */
  function graphemeEnd(offset: number): number {
    return graphemes.find((end) => end > offset) ?? offset + 1;
  }

  return {
    show(offset, { text, spans, characterEnd }) {
      if (offset === null) return clearAll();
      if (offset === shown.offset) return;
      const word = spans.words.indexAt(offset);
      const sentence = spans.sentences.indexAt(offset);
      const start = spans.words.start(word);
      const end = spans.words.end(word);
      if (word !== shown.word) {
        place('word', start, end);
        graphemes = word < 0 ? [] : graphemeEnds(text.slice(start, end), start);
      }
      if (sentence !== shown.sentence) {
        place('sentence', spans.sentences.start(sentence), spans.sentences.end(sentence));
        place('upcoming', sentence < 0 ? 0 : spans.sentences.end(sentence), text.length);
      }
      const heard = Math.min(end, graphemeEnd(Math.max(offset, characterEnd(offset) - 1)));
      place('spoken', spans.sentences.start(sentence), Math.max(heard, spans.sentences.start(sentence)));
      place('character', start, heard);
      shown = { offset, word, sentence };
    },
    remove: clearAll,
  };
}

function graphemeEnds(word: string, from: number): readonly number[] {
  return [...segmenterFor('grapheme', undefined).segment(word)].map(
    ({ index, segment }) => from + index + segment.length,
  );
}

import { adoptBaseStyles } from './base-styles.js';
import type { HeardPlace } from './heard-place.js';
import { canHighlight, type MarkName, sharedHighlight } from './highlight-registry.js';
import type { MarkLayer } from './mark-layer.js';
import { rangeOf } from './range-of.js';
import type { TextMap } from './text-map.js';

/** A stretch that is lit: one range, moved in the live DOM and never rewritten. */
interface Mark {
  readonly range: Range;
  start: number;
  end: number;
}

/** The stretches that are lit, and the names that each is lit by: what is heard of a word is spoken too, and moves once for both. */
const STRETCHES = {
  upcoming: ['upcoming'],
  sentence: ['sentence'],
  said: ['spoken'],
  word: ['word'],
  heard: ['spoken', 'character'],
} satisfies Record<string, readonly MarkName[]>;
export type Stretch = keyof typeof STRETCHES;
const ALL: readonly Stretch[] = ['upcoming', 'sentence', 'said', 'word', 'heard'];

/**
 * Creates the lit stretches of one transcript, whose text is reached through `map`: those that `lights` admits, asked at each
 * change and refresh. Does nothing where the browser cannot highlight.
 */
export function createMarks(
  document: Document,
  map: TextMap,
  lights: (stretch: Stretch) => boolean = () => true,
): MarkLayer {
  if (!canHighlight()) return { show() {}, refresh() {}, remove() {} };
  adoptBaseStyles(document);
  const marks = new Map<Stretch, Mark>();
  let shown: HeardPlace | null = null;

  function place(stretch: Stretch, start: number, end: number): void {
    const mark = marks.get(stretch);
    if (mark?.start === start && mark.end === end) return;
    const clip = start < end && lights(stretch) ? map.clip(start, end) : null;
    const range = clip && rangeOf(map, clip.start, clip.end, mark?.range);
    if (!range) {
      clear(stretch);
      return;
    }
    marks.set(stretch, { range, start, end });
    if (!mark) for (const name of STRETCHES[stretch]) sharedHighlight(name).add(range);
  }

  function clear(stretch: Stretch): void {
    const mark = marks.get(stretch);
    if (!mark) return;
    for (const name of STRETCHES[stretch]) sharedHighlight(name).delete(mark.range);
    marks.delete(stretch);
  }

  /** Somebody else may have cleared `CSS.highlights`, which is the whole page's. */
  function register(): void {
    for (const [stretch, { range }] of marks) {
      for (const name of STRETCHES[stretch]) {
        const highlight = sharedHighlight(name);
        if (!highlight.has(range)) highlight.add(range);
      }
    }
  }

  function show(heard: HeardPlace | null): void {
    const isNewWord = heard?.wordStart !== shown?.wordStart;
    shown = heard;
    if (!heard) {
      for (const stretch of ALL) clear(stretch);
      return;
    }
    const { sentenceStart, sentenceEnd, wordStart, wordEnd, heardEnd, paragraphEnd } = heard;
    // Whole paragraphs are marked otherwise.
    place('upcoming', Math.max(0, sentenceEnd), paragraphEnd);
    place('sentence', sentenceStart, sentenceEnd);
    place('said', sentenceStart, wordStart);
    place('word', wordStart, wordEnd);
    place('heard', wordStart, heardEnd);
    if (isNewWord) register();
  }

  return {
    show,
    refresh() {
      for (const mark of marks.values()) mark.start = -1;
      show(shown);
    },
    remove: () => show(null),
  };
}

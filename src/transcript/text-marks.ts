import type { TextRange } from '../alignment/text-range.js';
import { canHighlight } from './highlight-registry.js';
import { rangeOf } from './range-of.js';
import type { ShownPage } from './shown-page.js';
import { shownPagesOf } from './shown-pages.js';
import type { VoicePlace } from './voice-place.js';

/** What is marked beside what is heard, from the bottom of the pile to its top: all above the voice's own marks. */
const NAMES = ['hit', 'hit-current', 'hidden'] as const;
export type TextMarkName = (typeof NAMES)[number];

/** Stretches that stay marked, in whatever page shows the text of a voice. */
export interface TextMarks {
  /** Marks these stretches (in the order of the text) and no others. */
  show(ranges: readonly TextRange[]): void;
  remove(): void;
}

/** Above the marks of what is heard. */
const PRIORITY = 10;

function highlightOf(name: TextMarkName): Highlight {
  const found = CSS.highlights.get(`readalong-${name}`);
  if (found) return found;
  const made = new Highlight();
  made.priority = PRIORITY + NAMES.indexOf(name);
  CSS.highlights.set(`readalong-${name}`, made);
  return made;
}

/** Marks stretches of the text of a voice, wherever it is shown and however that changes. Does nothing where the browser cannot highlight. */
export function createTextMarks(voice: VoicePlace, name: TextMarkName): TextMarks {
  if (!canHighlight()) return { show() {}, remove() {} };
  const { pages, subscribe } = shownPagesOf(voice);
  let wanted: readonly TextRange[] = [];
  let painted: Range[] = [];
  let frame = 0;

  function paint(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    // Asked for anew: others may have cleared what is registered.
    const highlight = highlightOf(name);
    for (const range of painted) highlight.delete(range);
    painted = [...pages].flatMap((page) => domRanges(page, wanted));
    for (const range of painted) highlight.add(range);
  }
  function paintSoon(): void {
    if (wanted.length > 0 && frame === 0) frame = requestAnimationFrame(paint);
  }
  // What the page shows may be another paragraph, more text, or an app's own change of its content.
  const changes = new MutationObserver(paintSoon);
  function observe(): void {
    changes.disconnect();
    for (const { root } of pages) changes.observe(root, { subtree: true, childList: true, characterData: true });
    paintSoon();
  }
  observe();
  const leave = subscribe(observe);

  return {
    show(ranges) {
      if (ranges === wanted) return;
      wanted = ranges;
      paint();
    },
    remove() {
      leave();
      changes.disconnect();
      wanted = [];
      paint();
    },
  };
}

/** Those of the ranges that are in the DOM, where they are. */
function domRanges({ map, spans }: ShownPage, ranges: readonly TextRange[]): Range[] {
  const shown = map.clip(0, spans.text.length);
  if (!shown) return [];
  return ranges.flatMap((wanted) => {
    if (wanted.end <= shown.start || wanted.start >= shown.end) return [];
    const clip = map.clip(wanted.start, Math.min(wanted.end, spans.text.length));
    return (clip && rangeOf(map, clip.start, clip.end)) ?? [];
  });
}

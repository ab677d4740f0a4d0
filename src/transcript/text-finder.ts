import { placeInEdit } from '../alignment/place-in-edit.js';
import { matchFrom, searchText } from '../alignment/search-text.js';
import type { TextRange } from '../alignment/text-range.js';
import type { Timeline } from '../alignment/timeline.js';
import { createListeners } from '../audio/listeners.js';
import { rectsOfText } from './shown-page.js';
import { shownPagesOf } from './shown-pages.js';
import { createTextMarks } from './text-marks.js';
import type { VoicePlace } from './voice-place.js';

/** What a finder needs of the speech in whose text it looks. */
export interface FinderVoice extends VoicePlace {
  getSnapshot(): { readonly timeline: Timeline };
}

/** A search at one moment. Keeps its identity while nothing in it changed. */
export interface FinderSnapshot {
  readonly query: string;
  /** The text in which it was looked for; empty while nothing was. */
  readonly text: string;
  /** Where it stands, in UTF-16 offsets of the text that is shown. */
  readonly hits: readonly TextRange[];
  /** The number of the hit that is shown; -1 where there is none. */
  readonly current: number;
}

/** Looks for words in the text of a speech, and marks them wherever that is shown. */
export interface TextFinder {
  getSnapshot(): FinderSnapshot;
  /** Calls back at every new snapshot. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Marks what it finds, and shows the first hit at or behind the place that is heard. */
  search(query: string): void;
  /** To the next hit, or to the one before; round at the ends. */
  step(by: 1 | -1): void;
  /** Plays from the hit that is shown. */
  play(): void;
  /** Begins to mark, also in text that is still coming. Returns how to take all marks away. */
  start(): () => void;
}

const NOTHING: FinderSnapshot = { query: '', text: '', hits: [], current: -1 };

/**
 * @param show How a place is brought into view. @default it scrolls there where it is not to be seen
 * @param last What was looked for in the speech before this one: that goes on, without a change of the view.
 */
export function createTextFinder(
  voice: FinderVoice,
  show: (offset: number) => void = (offset) => scrollTo(voice, offset),
  last: FinderSnapshot = NOTHING,
): TextFinder {
  const listeners = createListeners();
  let snapshot = findAgain(last);
  let mark = (): void => {};

  function set(next: FinderSnapshot): void {
    snapshot = next;
    mark();
    listeners.call();
  }

  function goTo(current: number): void {
    const hit = snapshot.hits[current];
    if (!hit) return;
    set({ ...snapshot, current });
    show(hit.start);
  }

  /** The same in the text as it is now. The hit that is shown stays, wherever an edit or what came has moved it. */
  function findAgain(found: FinderSnapshot): FinderSnapshot {
    const { query, text: before } = found;
    const { text } = voice.getSnapshot().timeline;
    if (query === '' || text === before) return found;
    const start = found.hits[found.current]?.start;
    const from = start === undefined ? voice.currentOffset() : placeInEdit(before, text, start);
    const hits = searchText(text, query);
    return { query, text, hits, current: matchFrom(hits, from) };
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.add,
    search(query) {
      const { text } = voice.getSnapshot().timeline;
      const hits = searchText(text, query);
      // Who types on stays at the hit that is shown, if it still is one.
      const from = snapshot.hits[snapshot.current]?.start ?? voice.currentOffset();
      set({ query, text, hits, current: -1 });
      goTo(matchFrom(hits, from));
    },
    step(by) {
      const { hits, current } = snapshot;
      if (hits.length > 0) goTo((current + by + hits.length) % hits.length);
    },
    play() {
      const hit = snapshot.hits[snapshot.current];
      if (!hit) return;
      voice.seekToOffset(hit.start);
      voice.play();
    },
    start() {
      const hits = createTextMarks(voice, 'hit');
      const current = createTextMarks(voice, 'hit-current');
      mark = () => {
        const shown = snapshot.hits[snapshot.current];
        hits.show(snapshot.hits);
        current.show(shown ? [shown] : []);
      };
      const look = (): void => {
        const next = findAgain(snapshot);
        if (next !== snapshot) set(next);
      };
      mark();
      look();
      const leave = voice.watch(look);
      return () => {
        leave();
        mark = () => {};
        hits.remove();
        current.remove();
      };
    },
  };
}

/** Shows a character in the pages that a voice has, where it is not to be seen. */
function scrollTo(voice: VoicePlace, offset: number): void {
  for (const page of shownPagesOf(voice).pages) {
    page.ensureShown?.(offset);
    const [rect] = rectsOfText(page, offset, offset + 1);
    const height = page.root.ownerDocument.documentElement.clientHeight;
    if (rect && rect.top >= 0 && rect.bottom <= height) continue;
    page.map.pointAt(offset)?.node.parentElement?.scrollIntoView({ block: 'center' });
  }
}

import { matchFrom, searchText } from '../alignment/search-text.js';
import type { Timeline } from '../alignment/timeline.js';
import { createListeners } from '../audio/listeners.js';
import type { TextRange } from './selection.js';
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

const NOTHING: FinderSnapshot = { query: '', hits: [], current: -1 };

/** @param show How a place is brought into view. @default it scrolls there where it is not to be seen */
export function createTextFinder(
  voice: FinderVoice,
  show: (offset: number) => void = (offset) => scrollTo(voice, offset),
): TextFinder {
  const listeners = createListeners();
  let snapshot = NOTHING;
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

  const find = (query: string): readonly TextRange[] => searchText(voice.getSnapshot().timeline.text, query);

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.add,
    search(query) {
      const hits = find(query);
      // Who types on stays at the hit that is shown, if it still is one.
      const from = snapshot.hits[snapshot.current]?.start ?? voice.currentOffset();
      set({ query, hits, current: -1 });
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
      let searched = voice.getSnapshot().timeline.text;
      mark = () => {
        const shown = snapshot.hits[snapshot.current];
        hits.show(snapshot.hits);
        current.show(shown ? [shown] : []);
      };
      mark();
      const leave = voice.watch(() => {
        const { text } = voice.getSnapshot().timeline;
        if (text === searched || snapshot.query === '') return;
        searched = text;
        const found = find(snapshot.query);
        set({ ...snapshot, hits: found, current: Math.min(snapshot.current, found.length - 1) });
      });
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

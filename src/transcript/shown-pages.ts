import { createListeners, type Listeners } from '../audio/listeners.js';
import type { ShownPage } from './shown-page.js';
import type { VoicePlace } from './voice-place.js';

/** Where the text of a voice is shown at the moment. */
export interface ShownPages {
  readonly pages: ReadonlySet<ShownPage>;
  /** Calls back when it is shown in another place, or no more in one. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

const shown = new WeakMap<VoicePlace, { readonly pages: Set<ShownPage>; readonly listeners: Listeners }>();

function entryOf(voice: VoicePlace) {
  const entry = shown.get(voice) ?? { pages: new Set<ShownPage>(), listeners: createListeners() };
  shown.set(voice, entry);
  return entry;
}

/** The pages that show what a voice speaks, so that what is looked for in it is found wherever it is shown. */
export function shownPagesOf(voice: VoicePlace): ShownPages {
  const { pages, listeners } = entryOf(voice);
  return { pages, subscribe: listeners.add };
}

/** Says that a page shows what a voice speaks. Returns how to say that it does no more. */
export function announcePage(voice: VoicePlace, page: ShownPage): () => void {
  const { pages, listeners } = entryOf(voice);
  pages.add(page);
  listeners.call();
  return () => {
    pages.delete(page);
    listeners.call();
  };
}

import { createListeners } from '../audio/listeners.js';

/** Where small texts are kept by name: `localStorage`, or anything like it, also one that answers later. */
export interface VoiceStorage {
  getItem(name: string): string | null | Promise<string | null>;
  setItem(name: string, value: string): unknown;
}

/** Ids of voices, the latest first. */
export interface RememberedVoices {
  readonly recents: readonly string[];
  readonly favourites: readonly string[];
}

/** Which voices somebody has chosen and marked. */
export interface VoiceMemory {
  getSnapshot(): RememberedVoices;
  subscribe(listener: () => void): () => void;
  /** A voice was chosen. */
  use(voiceId: string): void;
  toggleFavourite(voiceId: string): void;
}

export interface VoiceMemoryOptions {
  /** @default none: it is forgotten with the page */
  storage?: VoiceStorage | null | undefined;
  /** What it is kept under. @default 'readalong-voices' */
  name?: string | undefined;
}

const MOST_RECENTS = 5;
/** The API looks up 100 ids at once; the chosen voice is one of them. */
const MOST_FAVOURITES = 90;
const NONE: RememberedVoices = { recents: [], favourites: [] };

/** Creates a memory of voices and reads what was kept. A storage that fails, or holds something else, is no error. */
export function createVoiceMemory({ storage, name = 'readalong-voices' }: VoiceMemoryOptions = {}): VoiceMemory {
  const listeners = createListeners();
  let state = NONE;
  let last: Promise<void> = Promise.resolve();

  function show(next: RememberedVoices): void {
    state = next;
    listeners.call();
  }
  async function kept(): Promise<RememberedVoices> {
    return readKept(await storage?.getItem(name));
  }
  /** Another tab may have kept something in the meantime: the change is made to that. */
  function change(by: (before: RememberedVoices) => RememberedVoices): void {
    show(by(state));
    if (!storage) return;
    last = last
      .then(async () => {
        const next = by(await kept());
        await storage.setItem(name, JSON.stringify(next));
      })
      .catch(() => {});
  }

  if (storage) {
    last = kept()
      .then((found) => {
        // What was done before the storage answered comes first.
        const recents = [...new Set([...state.recents, ...found.recents])].slice(0, MOST_RECENTS);
        const favourites = [...new Set([...state.favourites, ...found.favourites])].slice(0, MOST_FAVOURITES);
        if (found.recents.length + found.favourites.length > 0) show({ recents, favourites });
      })
      .catch(() => {});
  }
  return {
    getSnapshot: () => state,
    subscribe: listeners.add,
    use: (voiceId) =>
      change((before) => ({
        ...before,
        recents: [voiceId, ...without(before.recents, voiceId)].slice(0, MOST_RECENTS),
      })),
    toggleFavourite(voiceId) {
      const add = !state.favourites.includes(voiceId);
      change((before) => {
        const others = without(before.favourites, voiceId);
        return { ...before, favourites: add ? [voiceId, ...others].slice(0, MOST_FAVOURITES) : others };
      });
    },
  };
}

const without = (voiceIds: readonly string[], voiceId: string) => voiceIds.filter((other) => other !== voiceId);

/** What is no JSON is nothing: the next change puts it right. */
function parse(text: string | null | undefined): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function readKept(text: string | null | undefined): RememberedVoices {
  const json = parse(text);
  if (typeof json !== 'object' || json === null) return NONE;
  const fields = new Map<string, unknown>(Object.entries(json));
  const ids = (value: unknown) =>
    Array.isArray(value) ? value.filter((id) => typeof id === 'string' && id !== '') : [];
  return {
    recents: ids(fields.get('recents')).slice(0, MOST_RECENTS),
    favourites: ids(fields.get('favourites')).slice(0, MOST_FAVOURITES),
  };
}

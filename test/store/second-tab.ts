import {
  createIndexedDbShelf,
  createSpeech,
  createSpeechStore,
  type Shelf,
  type Speech,
  type SpeechRequest,
} from 'react-readalong';
import { createStandIn, type StandIn } from '../helpers/stand-in.js';

/** A page with a stand-in, a store and a shelf of its own. */
export interface Tab {
  readonly shelf: Shelf;
  /** The requests that cost money. */
  readonly calls: readonly unknown[];
  /** Asks for a text. `rate`: seconds of sound that come in a second. */
  read(text: string, options?: { rate?: number; request?: Partial<SpeechRequest> }): Speech;
}

declare global {
  interface Window {
    openTab?: typeof openTab;
  }
}

/** Opens a tab in the page that this module runs in. */
export function openTab(name: string): Tab {
  const shelf = createIndexedDbShelf({ name });
  const store = createSpeechStore({ keep: shelf, graceSeconds: 0 });
  const paced = new Map<number, StandIn>();
  return {
    shelf,
    get calls() {
      return [...paced.values()].flatMap(({ calls }) => calls);
    },
    read(text, { rate = Number.POSITIVE_INFINITY, request } = {}) {
      const standIn = paced.get(rate) ?? createStandIn({ pace: { firstByte: 0, rate } });
      paced.set(rate, standIn);
      // No MP3: its encoder is loaded on demand, for which Vitest has a hook that a frame has not.
      const source = { text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'pcm_24000', ...request };
      const speech = createSpeech(source, { relay: standIn.relay, store, preload: 'auto' });
      speech.subscribe(() => {});
      return speech;
    },
  };
}

window.openTab = openTab;

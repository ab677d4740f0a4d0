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
    __vitest_browser_runner__?: { wrapDynamicImport<T>(load: () => Promise<T>): Promise<T> };
  }
}

// What is loaded on demand goes through a hook of Vitest's, which a frame has not.
window.__vitest_browser_runner__ ??= { wrapDynamicImport: (load) => load() };

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
      const source = { text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'pcm_24000', ...request };
      const speech = createSpeech(source, { relay: standIn.relay, store, preload: 'auto' });
      speech.subscribe(() => {});
      return speech;
    },
  };
}

window.openTab = openTab;

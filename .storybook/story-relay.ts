import { createRelay, type Relay } from 'react-readalong';
import { engineProgress } from './engine-progress.js';
import { createFliteFetch, createTonesFetch, pageRelayUrl } from './page-relay.js';

export type Engine = 'flite' | 'tones';

const isTest = import.meta.env.MODE === 'test';
const made = new Map<Engine, Relay | string>();

/** The relay of an engine, one for all stories: the dev server's own, or where there is no server the page's. */
export function storyRelay(engine: Engine): Relay | string {
  // Tests take the tones: nothing to download, the same each time.
  const speaking = isTest ? 'tones' : engine;
  const relay = made.get(speaking) ?? makeRelay(speaking);
  made.set(speaking, relay);
  return relay;
}

function makeRelay(engine: Engine): Relay | string {
  if (engine === 'tones') {
    return createRelay({ url: pageRelayUrl, fetch: createTonesFetch(isTest ? { pace: 'instant' } : {}) });
  }
  if (import.meta.env.DEV) return '/api/speech';
  return createRelay({ url: pageRelayUrl, fetch: createFliteFetch(engineProgress.report) });
}

'use client';

import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createRelay, type Relay } from '../relay/relay.js';
import { createSpeechStore, type SpeechStore } from '../store/speech-store.js';

export interface SpeechProviderProps {
  /** Your backend relay: its URL, or a client of it made with `createRelay`. */
  relay: Relay | string;
  /** Where bought speech is shared. @default one for this provider, in memory */
  store?: SpeechStore;
  /** Where voices are cached. @default the nearest QueryClientProvider's, else one of its own */
  queryClient?: QueryClient;
  children?: ReactNode;
}

interface SpeechEnvironment {
  readonly relay: Relay;
  readonly store: SpeechStore;
  readonly queryClient: QueryClient;
}

const SpeechContext = createContext<SpeechEnvironment | null>(null);

/**
 * Gives the components below it a relay to ask for speech, and a store in which they share what was bought.
 *
 * @example <SpeechProvider relay="/api/speech"><App /></SpeechProvider>
 */
export function SpeechProvider({ relay, store, queryClient, children, ...mistaken }: SpeechProviderProps) {
  // A key that JavaScript lets somebody put here is refused by the client, in words, as anywhere else.
  const others = Object.keys(mistaken).join();
  const client = useMemo(() => {
    const options = Object.fromEntries(others ? others.split(',').map((name) => [name, true]) : []);
    return typeof relay === 'string' ? createRelay({ ...options, url: relay }) : relay;
  }, [relay, others]);
  const [own] = useState(() => ({ store: createSpeechStore(), queryClient: new QueryClient() }));
  const nearest = useContext(QueryClientContext);
  const cache = queryClient ?? nearest ?? own.queryClient;
  const shared = store ?? own.store;
  const latest = useRef(client);
  useEffect(() => {
    latest.current = client;
    client.prepare?.();
  }, [client]);
  // Apps write relay={createRelay(…)} inline: what was bought must not hang on that object.
  const environment = useMemo<SpeechEnvironment>(
    () => ({ relay: whichever(() => latest.current), store: shared, queryClient: cache }),
    [shared, cache],
  );
  return <SpeechContext.Provider value={environment}>{children}</SpeechContext.Provider>;
}

/** A relay that is at each call the one that is current. */
function whichever(current: () => Relay): Relay {
  return {
    get url() {
      return current().url;
    },
    speak: (...parameters) => current().speak(...parameters),
    listVoices: (...parameters) => current().listVoices(...parameters),
    getVoice: (...parameters) => current().getVoice(...parameters),
    prepare: () => current().prepare?.(),
  };
}

/** The nearest provider's relay and store, or null where there is none. */
export function useSpeechEnvironment(): SpeechEnvironment | null {
  return useContext(SpeechContext);
}

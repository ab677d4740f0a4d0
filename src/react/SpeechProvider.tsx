'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createRelay, type Relay } from '../relay/relay.js';
import { createSpeechStore, type SpeechStore } from '../store/speech-store.js';

export interface SpeechProviderProps {
  /** Your backend relay: its URL, or a client of it made with `createRelay`. */
  relay: Relay | string;
  /** Where bought speech is shared. @default one for this provider, in memory */
  store?: SpeechStore;
  children?: ReactNode;
}

interface SpeechEnvironment {
  readonly relay: Relay;
  readonly store: SpeechStore;
}

const SpeechContext = createContext<SpeechEnvironment | null>(null);

/**
 * Gives the components below it a relay to ask for speech, and a store in which they share what was bought.
 *
 * @example <SpeechProvider relay="/api/speech"><App /></SpeechProvider>
 */
export function SpeechProvider({ relay, store, children }: SpeechProviderProps) {
  const client = useMemo(() => (typeof relay === 'string' ? createRelay({ url: relay }) : relay), [relay]);
  const [own] = useState(() => createSpeechStore());
  const latest = useRef(client);
  useEffect(() => {
    latest.current = client;
  }, [client]);
  // Apps write relay={createRelay(…)} inline: what was bought must not hang on that object.
  const environment = useMemo<SpeechEnvironment>(
    () => ({ relay: { speak: (request, options) => latest.current.speak(request, options) }, store: store ?? own }),
    [store, own],
  );
  return <SpeechContext.Provider value={environment}>{children}</SpeechContext.Provider>;
}

/** The nearest provider's relay and store, or null where there is none. */
export function useSpeechEnvironment(): SpeechEnvironment | null {
  return useContext(SpeechContext);
}

import type { Model } from '../wire/models.js';
import { loadRelayClient } from './late-client.js';
import type { RelayClient } from './relay-client.js';
import type { RelayOptions } from './relay-fetch.js';
import type { SpeechRequest } from './speech-request.js';
import type { SpeechStream } from './speech-stream.js';
import type { Voice, VoicePage } from './voice.js';
import type { VoicesQuery } from './voices-query.js';

/** The browser's side of the path to the API: speaks its wire to a relay of yours, which holds the key. */
export interface Relay {
  /** Where it is, as it was given: what tells one relay from another. */
  readonly url: string;
  /**
   * Asks for speech. This is what costs money: each call is a purchase.
   * @throws RelayError when no speech comes, the signal's reason on abort.
   */
  speak(request: SpeechRequest, options?: { signal?: AbortSignal }): Promise<SpeechStream>;
  /** A page of the account's voices. Go on with `nextPageToken` while `hasMore`. Throws as `speak` does. */
  listVoices(query?: VoicesQuery, options?: { signal?: AbortSignal }): Promise<VoicePage>;
  /** One voice by its id. Throws as `speak` does. */
  getVoice(voiceId: string, options?: { signal?: AbortSignal }): Promise<Voice>;
  /** Loads what asking takes, so that the first question does not wait for it. Asks nothing. @default nothing is to be loaded */
  prepare?(): void;
}

export interface CreateRelayOptions extends RelayOptions {
  /** What further models accept, or what has changed: added to what is known, so that a new model needs no release. */
  models?: Readonly<Record<string, Model>> | undefined;
}

/** Creates a client of the relay at `url`. Sends nothing by itself. */
export function createRelay({ models, ...options }: CreateRelayOptions): Relay {
  let client: RelayClient | null = null;
  const asking = async (): Promise<RelayClient> => {
    client ??= (await loadRelayClient())(options, models);
    return client;
  };
  return {
    url: String(options.url),
    speak: async (...question) => (await asking()).speak(...question),
    listVoices: async (...question) => (await asking()).listVoices(...question),
    getVoice: async (...question) => (await asking()).getVoice(...question),
    prepare: () => void loadRelayClient().catch(() => {}),
  };
}

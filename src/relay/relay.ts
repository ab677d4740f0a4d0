import { MODELS, type Model } from '../wire/models.js';
import { DEFAULT_OUTPUT_FORMAT } from '../wire/output-format.js';
import { checkModel } from './check-model.js';
import { readSpeech } from './read-speech.js';
import { createRelayFetch, type RelayOptions } from './relay-fetch.js';
import type { SpeechRequest } from './speech-request.js';
import type { SpeechStream } from './speech-stream.js';
import type { Voice, VoicePage } from './voice.js';
import { getVoice, listVoices } from './voice-requests.js';
import type { VoicesQuery } from './voices-query.js';
import { toWireRequest } from './wire-request.js';

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
}

export interface CreateRelayOptions extends RelayOptions {
  /** What further models accept, or what has changed: added to what is known, so that a new model needs no release. */
  models?: Readonly<Record<string, Model>> | undefined;
}

/** Creates a client of the relay at `url`. Sends nothing by itself. */
export function createRelay(options: CreateRelayOptions): Relay {
  const send = createRelayFetch(options);
  const models = new Map([...MODELS, ...Object.entries(options.models ?? {})]);
  return {
    url: String(options.url),
    async speak(request, { signal } = {}) {
      const { endpoint, path, body } = toWireRequest(request);
      checkModel(body, models);
      const response = await send(path, { method: 'POST', body: JSON.stringify(body), signal });
      return readSpeech(response, {
        text: request.text,
        outputFormat: request.outputFormat ?? DEFAULT_OUTPUT_FORMAT,
        stream: endpoint.stream,
        timestamps: endpoint.timestamps,
        signal,
      });
    },
    listVoices: (query = {}, { signal } = {}) => listVoices(send, query, signal),
    getVoice: (voiceId, { signal } = {}) => getVoice(send, voiceId, signal),
  };
}

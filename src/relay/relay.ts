import { DEFAULT_OUTPUT_FORMAT } from '../wire/output-format.js';
import { createRelayFetch, type RelayOptions } from './relay-fetch.js';
import type { SpeechRequest } from './speech-request.js';
import { readSpeech, type SpeechStream } from './speech-stream.js';
import { toWireRequest } from './wire-request.js';

/** The browser's side of the path to the API: speaks its wire to a relay of yours, which holds the key. */
export interface Relay {
  /**
   * Asks for speech. This is what costs money: each call is a purchase.
   * @throws RelayError when no speech comes, the signal's reason on abort.
   */
  speak(request: SpeechRequest, options?: { signal?: AbortSignal }): Promise<SpeechStream>;
}

/** Creates a client of the relay at `url`. Sends nothing by itself. */
export function createRelay(options: RelayOptions): Relay {
  const send = createRelayFetch(options);
  return {
    async speak(request, { signal } = {}) {
      const { endpoint, path, body } = toWireRequest(request);
      const response = await send(path, { method: 'POST', body: JSON.stringify(body), signal });
      return readSpeech(response, {
        text: request.text,
        outputFormat: request.outputFormat ?? DEFAULT_OUTPUT_FORMAT,
        stream: endpoint.stream,
        timestamps: endpoint.timestamps,
        signal,
      });
    },
  };
}

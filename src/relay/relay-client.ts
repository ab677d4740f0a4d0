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

interface Signalled {
  signal?: AbortSignal;
}

/** What asks a relay: the checks of what is sent, the words for what is refused, and the reading of answers. */
export interface RelayClient {
  speak(request: SpeechRequest, options?: Signalled): Promise<SpeechStream>;
  listVoices(query?: VoicesQuery, options?: Signalled): Promise<VoicePage>;
  getVoice(voiceId: string, options?: Signalled): Promise<Voice>;
}

export function createRelayClient(options: RelayOptions, further: Readonly<Record<string, Model>> = {}): RelayClient {
  const send = createRelayFetch(options);
  const models = new Map([...MODELS, ...Object.entries(further)]);
  return {
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

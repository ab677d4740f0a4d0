import { type ElevenLabs, ElevenLabsClient } from '@elevenlabs/elevenlabs-js';
import { createRelay, type Relay, type SpeechChunk, type SpeechRequest } from 'react-readalong';
import {
  createOfflineElevenLabs,
  createTonesEngine,
  type OfflineCall,
  type OfflineElevenLabsOptions,
} from 'react-readalong/offline';
import { createRelayHandler, type RelayHandlerOptions, toNodeListener } from 'react-readalong/server';
import { serve } from '../server/serve.js';

export const VOICE = 'JBFqnCBsd6RMkjVDRZzb';
export const TEXT = 'Well — “hello”, said 3 cats. 你好 👩‍👩‍👧!\n\nAnd that was all.';

export interface BothClients {
  /** The official client. */
  readonly sdk: ElevenLabsClient;
  readonly relay: Relay;
  readonly calls: readonly OfflineCall[];
}

/** The official client and ours, over HTTP on this machine, at our relay in front of the stand-in. */
export async function bothClients(
  options: OfflineElevenLabsOptions = {},
  relayOptions: Partial<RelayHandlerOptions> = {},
): Promise<BothClients> {
  const calls: OfflineCall[] = [];
  const fetch = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace: 'instant',
    apiKey: 'the-relays-key',
    onCall: (call) => calls.push(call),
    ...options,
  });
  const handle = createRelayHandler({ apiKey: 'the-relays-key', prefix: '/api/speech', fetch, ...relayOptions });
  const port = await serve((message, response) => toNodeListener(handle)(message, response));
  const url = `http://127.0.0.1:${port}/api/speech`;
  return {
    sdk: new ElevenLabsClient({ baseUrl: url, apiKey: 'not-the-relays-key', maxRetries: 0, timeoutInSeconds: 20 }),
    relay: createRelay({ url }),
    calls,
  };
}

/** What came of a request: the same form for both clients. */
export interface Said {
  readonly requestId: string | null;
  readonly audio: Buffer;
  readonly alignments: readonly unknown[];
  readonly normalizedAlignments: readonly unknown[];
}

type SdkRequest = ElevenLabs.StreamTextToSpeechRequest;

/** Speech by the official client, from the endpoint of these two. */
export async function sayWithSdk(
  { textToSpeech }: ElevenLabsClient,
  request: SdkRequest,
  { stream, timestamps }: { stream: boolean; timestamps: boolean },
): Promise<Said> {
  if (!timestamps) {
    const raw = stream ? textToSpeech.stream(VOICE, request) : textToSpeech.convert(VOICE, request);
    const { data, rawResponse } = await raw.withRawResponse();
    const audio = Buffer.from(await new Response(data).arrayBuffer());
    return { requestId: rawResponse.headers.get('request-id'), audio, alignments: [], normalizedAlignments: [] };
  }
  const chunks: ElevenLabs.StreamingAudioChunkWithTimestampsResponse[] = [];
  let requestId: string | null;
  if (stream) {
    const { data, rawResponse } = await textToSpeech.streamWithTimestamps(VOICE, request).withRawResponse();
    requestId = rawResponse.headers.get('request-id');
    for await (const chunk of data) chunks.push(chunk);
  } else {
    const { data, rawResponse } = await textToSpeech.convertWithTimestamps(VOICE, request).withRawResponse();
    requestId = rawResponse.headers.get('request-id');
    chunks.push(data);
  }
  return {
    requestId,
    audio: Buffer.concat(chunks.map((chunk) => Buffer.from(chunk.audioBase64, 'base64'))),
    alignments: chunks.map((chunk) => chunk.alignment ?? null),
    normalizedAlignments: chunks.map((chunk) => chunk.normalizedAlignment ?? null),
  };
}

/** Speech by our client, from the endpoint that the request names. */
export async function sayWithRelay(relay: Relay, request: Omit<SpeechRequest, 'voiceId'>): Promise<Said> {
  const speech = await relay.speak({ voiceId: VOICE, ...request });
  const chunks: SpeechChunk[] = [];
  for await (const chunk of speech.chunks) chunks.push(chunk);
  const timed = request.timestamps ?? true;
  return {
    requestId: speech.requestId,
    audio: Buffer.concat(chunks.map(({ audio }) => audio)),
    alignments: timed ? chunks.map(({ alignment }) => alignment) : [],
    normalizedAlignments: timed ? chunks.map(({ normalizedAlignment }) => normalizedAlignment) : [],
  };
}

/** The four speech endpoints. */
export const ENDPOINTS = [
  { stream: true, timestamps: true },
  { stream: false, timestamps: true },
  { stream: true, timestamps: false },
  { stream: false, timestamps: false },
] as const;

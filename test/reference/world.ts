import { createRelay, type Relay, type SpeechChunk, type SpeechRequest, type SpeechStream } from 'react-readalong';
import {
  createOfflineElevenLabs,
  createTonesEngine,
  type OfflineCall,
  type OfflineElevenLabsOptions,
} from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

/** A request, and its answer, as they passed one point of the way. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
  readonly answer: Response;
}

export interface World {
  /** The client, to our relay, to the stand-in. */
  readonly relay: Relay;
  /** The client, to a proxy that does nothing but add the key, to the stand-in. */
  readonly proxied: Relay;
  /** What passed between the client and the relay. */
  readonly near: readonly Passed[];
  /** What passed between the relay and the stand-in. */
  readonly far: readonly Passed[];
  readonly calls: readonly OfflineCall[];
  /** Straight to our relay, as any other client. */
  toRelay(path: string, body?: unknown): Promise<Response>;
  /** Straight to the stand-in, with its key. */
  toApi(path: string, body?: unknown): Promise<Response>;
}

export const KEY = 'the-key-of-the-relay';
export const VOICE = 'JBFqnCBsd6RMkjVDRZzb';

type Fetch = (request: Request) => Promise<Response>;

/** The true way of a request, with a recorder at both sides of the relay. */
export function createWorld(options: OfflineElevenLabsOptions = {}): World {
  const [near, far]: [Passed[], Passed[]] = [[], []];
  const calls: OfflineCall[] = [];
  const api = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace: 'instant',
    apiKey: KEY,
    onCall: (call) => calls.push(call),
    ...options,
  });
  const handle = createRelayHandler({ apiKey: KEY, fetch: recorded(far, api) });
  const proxy: Fetch = (request) => {
    const withKey = new Request(request);
    withKey.headers.set('xi-api-key', KEY);
    return api(withKey);
  };
  const client = (fetch: Fetch) =>
    createRelay({ url: 'https://relay.test', fetch: (url, init) => fetch(new Request(url, init)) });
  const post = (fetch: Fetch) => (path: string, body?: unknown) =>
    fetch(
      new Request(`https://relay.test${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
  const relay = client(recorded(near, handle));
  return { relay, proxied: client(proxy), near, far, calls, toRelay: post(handle), toApi: post(proxy) };
}

function recorded(passed: Passed[], fetch: Fetch): Fetch {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const text = await request.clone().text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const answer = await fetch(request);
    const { method, headers } = request;
    passed.push({ method, path: pathname, query: searchParams, headers, body, answer: answer.clone() });
    return answer;
  };
}

/** Everything that came of a request. */
export interface Heard {
  readonly speech: SpeechStream;
  readonly chunks: readonly SpeechChunk[];
  readonly audio: Uint8Array;
  /** The text by its alignment. */
  readonly text: string;
  /** The text as the model says it. */
  readonly spoken: string;
  readonly seconds: number;
}

/** Asks for speech and reads it to its end. */
export async function hear(relay: Relay, request: Partial<SpeechRequest> = {}): Promise<Heard> {
  const speech = await relay.speak({ text: 'See 3 of 12.', voiceId: VOICE, outputFormat: 'pcm_8000', ...request });
  const chunks: SpeechChunk[] = [];
  for await (const chunk of speech.chunks) chunks.push(chunk);
  const ends = chunks.flatMap(({ alignment }) => alignment?.characterEndTimesSeconds ?? []);
  return {
    speech,
    chunks,
    audio: new Uint8Array(Buffer.concat(chunks.map(({ audio }) => audio))),
    text: chunks.flatMap(({ alignment }) => alignment?.characters ?? []).join(''),
    spoken: chunks.flatMap(({ normalizedAlignment }) => normalizedAlignment?.characters ?? []).join(''),
    seconds: ends.at(-1) ?? 0,
  };
}

/** The four speech endpoints, as `stream` and `timestamps`. */
export const SPEECH_ENDPOINTS = [
  { stream: true, timestamps: true },
  { stream: false, timestamps: true },
  { stream: true, timestamps: false },
  { stream: false, timestamps: false },
] as const;

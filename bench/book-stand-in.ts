// A relay and an ElevenLabs in a worker of this same script, paced like a server: what they do does not hold up the page.
import { createRelay, type Relay } from 'react-readalong';
import { createOfflineElevenLabs, createTonesEngine, type OfflineCall } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

const CALLS = 'calls of stand-ins';

/** The path to a stand-in, and what reached it. */
export interface BookStandIn {
  readonly relay: Relay;
  readonly calls: readonly OfflineCall[];
  /** Bytes of sound that came from it. */
  received(): number;
}

type Asked = { id: number; url: string; method: string; headers: [string, string][]; body: string } | { abort: number };
type Told =
  | { call: OfflineCall }
  | { id: number; status: number; headers: [string, string][]; body: ReadableStream<Uint8Array> | null }
  | { id: number; failure: string };

/** Whether this is the worker: then it serves. */
export function servesStandIn(): boolean {
  if (typeof document !== 'undefined') return false;
  const everyone = new BroadcastChannel(CALLS);
  const upstream = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace: { firstByte: 0.25, rate: 8 },
    onCall(call) {
      self.postMessage({ call } satisfies Told);
      everyone.postMessage(call);
    },
  });
  const handle = createRelayHandler({ apiKey: 'offline-key', fetch: upstream });
  const aborts = new Map<number, AbortController>();
  const tell = (told: Told, transfer: Transferable[] = []) => self.postMessage(told, { transfer });
  self.onmessage = async ({ data }: MessageEvent<Asked>) => {
    if ('abort' in data) {
      aborts.get(data.abort)?.abort();
      return;
    }
    const { id, url, ...init } = data;
    const abort = new AbortController();
    aborts.set(id, abort);
    try {
      const { status, headers, body } = await handle(new Request(url, { ...init, signal: abort.signal }));
      tell({ id, status, headers: [...headers], body }, body ? [body] : []);
    } catch (cause) {
      tell({ id, failure: String(cause) });
    }
  };
  return true;
}

/** Starts a stand-in in a worker. */
export function startStandIn(): BookStandIn {
  const worker = new Worker('/page.js', { type: 'module' });
  const calls: OfflineCall[] = [];
  const waiting = new Map<number, (told: Told) => void>();
  let asked = 0;
  let received = 0;
  const onLine = (line: string): void => {
    received += ((/"audio_base64":"([^"]*)"/.exec(line)?.[1]?.length ?? 0) * 3) / 4;
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if ('call' in data) calls.push(data.call);
    else waiting.get(data.id)?.(data);
  };
  const ask = (message: Asked) => worker.postMessage(message);
  const relay = createRelay({
    url: 'http://relay.test',
    async fetch(input, init) {
      const request = new Request(input, init);
      const id = asked++;
      const { url, method, signal } = request;
      const body = await request.text();
      signal.throwIfAborted();
      return new Promise<Response>((resolve, reject) => {
        signal.addEventListener('abort', () => {
          ask({ abort: id });
          reject(signal.reason);
        });
        waiting.set(id, (told) => {
          waiting.delete(id);
          if ('failure' in told) reject(new TypeError(told.failure));
          else if ('status' in told)
            resolve(
              new Response(told.body && abortable(told.body, signal, onLine), {
                status: told.status,
                headers: told.headers,
              }),
            );
        });
        ask({ id, url, method, headers: [...request.headers], body });
      });
    },
  });
  return { relay, calls, received: () => received };
}

/** As with the network, an abort fails the body that is being read. */
function abortable(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onLine: (line: string) => void,
): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  let rest = '';
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
      controller.enqueue(bytes);
    },
  });
  return body.pipeThrough(watch, { signal });
}

/** What reaches the stand-ins of this page and all its frames from now on: it outlives those that are killed. */
export function noteAllCalls(): readonly OfflineCall[] {
  const calls: OfflineCall[] = [];
  new BroadcastChannel(CALLS).onmessage = ({ data }: MessageEvent<OfflineCall>) => void calls.push(data);
  return calls;
}

/** The characters (code points) that were asked for. */
export const charactersOf = (calls: readonly OfflineCall[]): number =>
  calls.reduce((sum, { characters }) => sum + characters, 0);

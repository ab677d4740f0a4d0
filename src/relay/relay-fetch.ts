import { RelayError } from '../errors.js';
import { refuseKeyInHeaders, refuseKeyInOptions } from './api-key.js';
import { readRelayUrl, refuseApiUrl } from './relay-url.js';
import { responseError } from './response-error.js';

export interface RelayOptions {
  /** Where the relay is mounted: '/api/speech', or a URL on another origin. */
  url: string | URL;
  /** @default the page's own fetch */
  fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Sent with every request, e.g. your own session token. Never an ElevenLabs key. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** As in fetch: 'include' sends cookies to another origin. */
  credentials?: RequestCredentials | undefined;
}

/** Sends to the relay and returns its answer if it is a success. Throws RelayError, or the signal's reason on abort. */
export type RelayFetch = (
  path: string,
  init: { method: string; body?: string | undefined; signal?: AbortSignal | undefined },
) => Promise<Response>;

/** Creates the way to a relay. Nothing is sent, and nothing refused, before the first request. */
export function createRelayFetch(options: RelayOptions): RelayFetch {
  const { fetch: send = (input, init) => globalThis.fetch(input, init), credentials } = options;
  const address = String(options.url);
  const url = readRelayUrl(address);

  return async (path, { method, body, signal }) => {
    signal?.throwIfAborted();
    refuseKeyInOptions(options, address);
    // With a fetch of the app's own this may run where a key is safe.
    if (!options.fetch) refuseApiUrl(address);
    const headers = await readHeaders(options.headers, signal);
    refuseKeyInHeaders(headers);
    if (body !== undefined) headers.set('content-type', 'application/json');
    let response: Response;
    try {
      response = await send(url.join(path), { method, headers, body, signal, credentials });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new RelayError(
        `The relay at "${url.base}" could not be reached. Nothing was bought. Check that it runs and, if it is on another origin, that its CORS allows this page.`,
        { code: 'relay_unreachable', cause },
      );
    }
    if (!response.ok) {
      const error = await responseError(response);
      signal?.throwIfAborted();
      throw error;
    }
    return response;
  };
}

async function readHeaders(headers: RelayOptions['headers'], signal: AbortSignal | undefined): Promise<Headers> {
  let given: HeadersInit | undefined;
  try {
    given = typeof headers === 'function' ? await headers() : headers;
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RelayError(
      'The `headers` function of the relay client failed, so nothing was sent. Check why: `cause` holds what it threw.',
      { code: 'headers_failed', cause },
    );
  }
  signal?.throwIfAborted();
  try {
    return new Headers(given);
  } catch {
    // What was thrown repeats the value, which may be a secret.
    throw new RelayError(
      'The `headers` of the relay client cannot travel in a request: a name or a value in them holds what no header may. Nothing was sent. Check them for line breaks and for letters beyond Latin-1.',
      { code: 'invalid_headers' },
    );
  }
}

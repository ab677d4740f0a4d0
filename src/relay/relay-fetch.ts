import { RelayError } from '../errors.js';
import { API_KEY_HEADER } from '../wire/headers.js';
import { responseError } from './response-error.js';

export interface RelayOptions {
  /** Where the relay is mounted: '/api/speech', or a URL on another origin. */
  url: string | URL;
  /** @default the page's own fetch */
  fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Sent with every request, e.g. your own session token. Never an ElevenLabs key. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** As in fetch: 'include' sends cookies to another origin. */
  credentials?: RequestCredentials;
}

/** Sends to the relay and returns its answer if it is a success. Throws RelayError, or the signal's reason on abort. */
export type RelayFetch = (
  path: string,
  init: { method: string; body?: string; signal?: AbortSignal },
) => Promise<Response>;

export function createRelayFetch(options: RelayOptions): RelayFetch {
  const { fetch: send = (input, init) => globalThis.fetch(input, init) } = options;
  const [base = '', baseQuery] = String(options.url).split('?');
  const resolve = (path: string): string => {
    const url = base.replace(/\/+$/, '') + path;
    return baseQuery ? `${url}${url.includes('?') ? '&' : '?'}${baseQuery}` : url;
  };

  return async (path, { method, body, signal }) => {
    const headers = new Headers(await (typeof options.headers === 'function' ? options.headers() : options.headers));
    refuseKey(options, headers);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const url = resolve(path);
    let response: Response;
    try {
      response = await send(url, { method, headers, body, signal, credentials: options.credentials });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new RelayError(
        `The relay at ${base} could not be reached. Nothing was bought. Check that it runs and, if it is on another origin, that its CORS allows this page.`,
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

/** A key in a browser is a key given away: it can be read from the page and from its traffic by anyone. */
function refuseKey(options: RelayOptions, headers: Headers): void {
  const key =
    headers.has(API_KEY_HEADER) ||
    'apiKey' in options ||
    /\bsk_[0-9a-f]{32,}\b/i.test(headers.get('authorization') ?? '');
  if (!key) return;
  throw new RelayError(
    'An ElevenLabs API key was handed to the relay client. Anyone who opens the page could read it and spend its credits, so nothing was sent. Keep the key on your server, in the relay, and take it out of the page.',
    { code: 'api_key_in_browser' },
  );
}

import { SpeechError } from '../errors.js';
import { refusal } from './answer.js';
import { createKeyMask } from './key-mask.js';
import type { RelayCall } from './relay-call.js';
import { upstreamAnswer } from './upstream-answer.js';
import { createUpstreamLink } from './upstream-link.js';
import { upstreamRequest } from './upstream-request.js';

/** Where the API is and what reaches it. */
export interface UpstreamOptions {
  readonly baseUrl?: string | URL;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Sends a checked call to the API, for as long as the client's request is alive. */
export type Upstream = (call: RelayCall, key: string, request: Request) => Promise<Response>;

/** The way to the API. Throws a SpeechError for a base URL that is none. */
export function createUpstream({ baseUrl = 'https://api.elevenlabs.io', fetch: reach }: UpstreamOptions): Upstream {
  const base = checkedBase(baseUrl);
  return async (call, key, request) => {
    const link = createUpstreamLink(request);
    try {
      const sent = upstreamRequest(call, base, key, link.signal);
      const upstream = await (reach ? reach(sent) : fetch(sent));
      return await upstreamAnswer(upstream, call.endpoint, link, createKeyMask(key));
    } catch {
      request.signal.throwIfAborted();
      link.abort();
      // The reason names hosts and ports, so it stays here.
      return refusal(
        502,
        'upstream_unreachable',
        'The relay could not reach the API, or lost it, so there is no speech. Try again in a moment; if it lasts, the operator of this relay should check its network.',
      );
    }
  };
}

function checkedBase(baseUrl: string | URL): string {
  const url = URL.canParse(String(baseUrl)) ? new URL(baseUrl) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash) {
    return url.href.replace(/\/+$/, '');
  }
  throw new SpeechError(
    'baseUrl is no plain http(s) address, so the API cannot be reached. Pass one like "https://api.elevenlabs.io", without credentials, query or fragment.',
  );
}

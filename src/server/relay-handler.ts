import { SpeechError } from '../errors.js';
import { refusal } from './answer.js';
import { type ApiKeySource, createApiKeyReader } from './api-key.js';
import { checkRequest } from './check-request.js';
import { type CorsOptions, createCors } from './cors.js';
import { createUpstream } from './upstream.js';

/** How the relay reaches the API, and who may reach the relay. */
export interface RelayHandlerOptions {
  /** The secret key, or a function that fetches it for each call. It goes to the API and nowhere else. */
  apiKey: ApiKeySource;
  /** Where the API is. @default 'https://api.elevenlabs.io' */
  baseUrl?: string | URL;
  /** What reaches the API; a stand-in goes here. @default the global fetch */
  fetch?: (request: Request) => Promise<Response>;
  /** The whole path under which the relay is mounted, as the browser sees it: '/api/speech'. @default '' */
  prefix?: string;
  /** Which other origins may use the relay. @default none: its own origin only */
  cors?: CorsOptions;
  /** Bytes of request body above which the relay answers 413. @default 1048576 */
  maxBodyBytes?: number;
}

/** Answers one request. It rejects only with the request's own abort reason, as `fetch` does. */
export type RelayHandler = (request: Request) => Promise<Response>;

/**
 * A relay for the speech and voice endpoints of ElevenLabs: it checks each request, adds the key, and streams the answer
 * through. Throws a SpeechError for options that cannot work.
 */
export function createRelayHandler(options: RelayHandlerOptions): RelayHandler {
  const readKey = createApiKeyReader(options.apiKey);
  const callUpstream = createUpstream(options);
  const cors = createCors(options.cors);
  const check = { prefix: mountPath(options.prefix ?? ''), maxBodyBytes: byteLimit(options.maxBodyBytes) };

  async function answer(request: Request): Promise<Response> {
    const call = await checkRequest(request, check);
    if (call instanceof Response) return call;
    const key = await readKey();
    return key === null ? refuseWithoutKey() : callUpstream(call, key, request);
  }

  return async (request) => {
    try {
      if (cors.isPreflight(request)) return cors.preflight(request);
      return cors.apply(request, await answer(request));
    } catch {
      request.signal.throwIfAborted();
      // What was thrown may name hosts, files or the key: it goes nowhere.
      return refusal(
        500,
        'relay_failed',
        'The relay failed, so nothing was spoken. Its operator should check its options.',
      );
    }
  };
}

function mountPath(prefix: string): string {
  return new URL(`/${prefix.replace(/^\/+|\/+$/g, '')}`, 'http://relay').pathname.replace(/\/$/, '');
}

function byteLimit(limit = 1024 * 1024): number {
  if (Number.isFinite(limit) && limit > 0) return limit;
  throw new SpeechError(
    `maxBodyBytes is ${limit}, so no request could be read. Pass a number of bytes above 0, or leave it out for 1 MiB.`,
  );
}

function refuseWithoutKey(): Response {
  return refusal(
    503,
    'relay_key_missing',
    'The relay has no API key, so nothing can be spoken. Its operator must make `apiKey` of createRelayHandler return one.',
  );
}

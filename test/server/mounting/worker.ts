import { createRelayHandler, type RelayHandler, type RelayHandlerOptions } from 'react-readalong/server';

/** What Cloudflare gives a worker of its secrets. */
export interface Environment {
  readonly ELEVENLABS_API_KEY: string;
}

/** The default export of a Cloudflare worker: one relay for the life of an isolate, whose secrets come with its first request. */
export function worker(options: Omit<RelayHandlerOptions, 'apiKey'>) {
  let relay: RelayHandler | null = null;
  return {
    fetch(request: Request, environment: Environment): Promise<Response> {
      relay ??= createRelayHandler({ ...options, apiKey: environment.ELEVENLABS_API_KEY, prefix: '/api/speech' });
      return relay(request);
    },
  };
}

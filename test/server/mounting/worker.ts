import { createRelayHandler, type RelayHandler } from 'react-readalong/server';

/** What Cloudflare gives a worker of its variables and secrets. */
export interface Environment {
  readonly ELEVENLABS_API_KEY: string;
  readonly ELEVENLABS_URL?: string;
}

let relay: RelayHandler | null = null;

/** A Cloudflare worker: one relay for the life of an isolate, whose secrets come with its first request. */
export default {
  fetch(request: Request, environment: Environment): Promise<Response> {
    relay ??= createRelayHandler({
      apiKey: environment.ELEVENLABS_API_KEY,
      baseUrl: environment.ELEVENLABS_URL ?? 'https://api.elevenlabs.io',
      prefix: '/api/speech',
      share: {},
    });
    return relay(request);
  },
};

import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';

type Server = typeof import('../src/server/index.js');
type Offline = typeof import('../src/offline/index.js');

const PREFIX = '/api/speech';
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Mounts the relay at `/api/speech` in the dev server, in front of the real ElevenLabs where `ELEVENLABS_API_KEY` is set,
 * else of the offline one with Flite's voice.
 */
export function relayPlugin(): Plugin {
  return {
    name: 'readalong-relay',
    apply: 'serve',
    configureServer(server) {
      const listener = createListener(server);
      server.middlewares.use(PREFIX, (request, response, next) => {
        listener().then((listen) => listen(request, response), next);
      });
    },
  };
}

/** Loads the relay through Vite, so that an edit of it is heard at the next request; the engine lives until then. */
function createListener(server: ViteDevServer) {
  let made: { from: Server; listen: ReturnType<Server['toNodeListener']> } | null = null;
  return async () => {
    const { ssr } = server.environments;
    if (!isRunnableDevEnvironment(ssr)) throw new Error('Vite has no environment that runs modules in Node.');
    const relay = await ssr.runner.import<Server>(at('../src/server/index.ts'));
    if (made?.from !== relay) {
      const apiKey = process.env.ELEVENLABS_API_KEY;
      const handler = apiKey
        ? relay.createRelayHandler({ apiKey, prefix: PREFIX })
        : relay.createRelayHandler({ apiKey: 'offline', prefix: PREFIX, fetch: await offline(ssr.runner) });
      made = { from: relay, listen: relay.toNodeListener(handler) };
    }
    return made.listen;
  };
}

async function offline(runner: { import<T>(url: string): Promise<T> }) {
  const { createOfflineElevenLabs } = await runner.import<Offline>(at('../src/offline/index.ts'));
  return createOfflineElevenLabs();
}

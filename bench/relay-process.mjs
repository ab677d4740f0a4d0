// One server of the relay's benches as a process of its own, from the build: the stand-in, a bare pass-through, or a relay.
import { createServer } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { createRelayHandler, createRelayMetrics, createStreamSlots, toNodeListener } from 'react-readalong/server';

const [role = '', api = ''] = process.argv.slice(2);

/** @returns {(request: Request) => Promise<Response>} */
function handlerFor() {
  if (role === 'api') {
    return createOfflineElevenLabs({ engine: createTonesEngine(), pace: { firstByte: 0.2, rate: 3 } });
  }
  if (role === 'bare') return passThrough;
  const plain = { apiKey: 'the-key-of-the-bench', baseUrl: api };
  if (role === 'relay') return createRelayHandler(plain);
  return createRelayHandler({
    ...plain,
    authorize: (request) => request.headers.get('x-user') ?? 'anybody',
    allow: { models: ['eleven_multilingual_v2'], maxCharacters: 5000 },
    limits: {
      requests: new RateLimiterMemory({ points: 1e9, duration: 60 }),
      characters: new RateLimiterMemory({ points: 1e9, duration: 60 }),
      streams: createStreamSlots({ most: 1e6 }),
    },
    log: createRelayMetrics().log,
    ...(role === 'relay with everything' && { share: {} }),
  });
}

/** What anybody would write first: no check, no key mask, no limit. @param {Request} request */
async function passThrough(request) {
  const { pathname, search } = new URL(request.url);
  const headers = { 'xi-api-key': 'the-key-of-the-bench', 'content-type': 'application/json' };
  const body = await request.text();
  const { signal } = request;
  const answer = await fetch(`${api}${pathname}${search}`, { method: 'POST', headers, body, signal });
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

const server = createServer(toNodeListener(handlerFor())).listen(0, '127.0.0.1', 1024, () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
// A round may take longer than the 5 s after which Node closes what is idle, in the moment when it is used again.
server.keepAliveTimeout = 120_000;
process.on('message', async (wanted) => {
  const { user, system } = process.cpuUsage();
  // Without the collection below, which is no work of the streams.
  if (wanted === 'cpu') return void process.send?.({ cpu: (user + system) / 1e6 });
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  const connections = await new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  const handles = process.getActiveResourcesInfo().length;
  process.send?.({ memory: heapUsed + external, connections, handles });
});
process.on('disconnect', () => process.exit());

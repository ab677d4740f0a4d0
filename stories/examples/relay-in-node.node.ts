import { createServer } from 'node:http';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { clientAddress, createRelayHandler, toNodeListener } from 'react-readalong/server';

/** A relay on a port of this machine, which knows its callers by their addresses. */
export default async function serveARelay() {
  const handler = createRelayHandler({
    apiKey: 'offline',
    fetch: createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant' }),
    authorize: (request) => clientAddress(request) ?? new Response(null, { status: 401 }),
    log: ({ kind, status, subject }) => said.push(`${kind} for ${subject}: ${status}`),
  });
  const said: string[] = [];
  const server = createServer(toNodeListener(handler)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}/v2/voices?page_size=2`);
  const { voices } = await answer.json();
  server.close();
  return [...said, ...voices.map(({ name }: { name: string }) => name)].join('\n');
}

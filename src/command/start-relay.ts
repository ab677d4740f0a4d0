import { createServer, type Server } from 'node:http';
import { createOfflineElevenLabs } from '../offline/index.js';
import { createRelayHandler, createRelayMetrics, toNodeListener } from '../server/index.js';
import { authorizeBy } from './authorize-by.js';
import type { RelaySettings } from './relay-settings.js';
import { openRelayStores } from './relay-stores.js';

/** A relay that listens, and the server of its counters where one was asked for. */
export interface StartedRelay {
  readonly server: Server;
  readonly metrics: Server | null;
}

/** Starts a relay; without a key it speaks through the stand-in. `write` gets its log, one JSON object a line. */
export async function startRelay(settings: RelaySettings, write: (line: string) => void): Promise<StartedRelay> {
  const { host, port, metricsPort, apiKey, prefix, origins, voices, models, maxCharacters } = settings;
  const counters = createRelayMetrics();
  const handler = createRelayHandler({
    apiKey: apiKey ?? 'offline',
    ...(apiKey === null && { fetch: createOfflineElevenLabs() }),
    prefix,
    ...(origins.length > 0 && { cors: { origins } }),
    authorize: authorizeBy(settings),
    allow: {
      ...(voices.length > 0 && { voices }),
      ...(models.length > 0 && { models }),
      ...(maxCharacters !== null && { maxCharacters }),
    },
    ...(await openRelayStores(settings)),
    log(event) {
      counters.log(event);
      if (settings.log) write(JSON.stringify(event));
    },
  });
  const server = await listen(createServer(toNodeListener(handler)), port, host);
  const answer = () => new Response(counters.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
  const metrics = metricsPort === null ? null : createServer(toNodeListener(async () => answer()));
  return { server, metrics: metrics && (await listen(metrics, metricsPort ?? 0, '127.0.0.1')) };
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

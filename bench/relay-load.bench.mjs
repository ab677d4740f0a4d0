// 500 streams at once through a bare pass-through and through relays, each a process: CPU a stream, every byte right; then 10 000 streams: memory and handles.
import { relayRow } from './relay-row.mjs';
import { createClient, startServer } from './relay-servers.mjs';

const STREAMS = 500;
const ROUNDS = 5;
const ROLES = ['bare', 'relay', 'relay with limits', 'relay with everything'];
const PLAIN = 'ten bytes.';

/** @type {import('./run.mjs').Bench} */
export default async function relayLoad() {
  const api = await startServer('api');
  const servers = await Promise.all(
    ROLES.map(async (role) => ({ role, server: await startServer(role, `http://127.0.0.1:${api.port}`) })),
  );
  const client = createClient();
  try {
    return [...(await measureCpu(api.port, servers, client)), ...(await measureMemory(api.port, servers, client))];
  } finally {
    client.close();
    for (const { server } of [...servers, { server: api }]) server.close();
  }
}

/** @typedef {{ role: string, server: import('./relay-servers.mjs').BenchServer }} Named */
/** @typedef {ReturnType<typeof createClient>} Client */

/** @param {number} api @param {Named[]} servers @param {Client} client */
async function measureCpu(api, servers, client) {
  /** @type {Map<string, number[]>} */
  const costs = new Map(servers.map(({ role }) => [role, []]));
  let wrong = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    // Texts of a round are its own, or the one that shares would buy nothing.
    const texts = Array.from({ length: STREAMS }, (_, i) => `Round ${round}, stream ${i}. All the same words.`);
    const direct = await Promise.all(texts.map((text) => client.speak(api, text)));
    // In turns and there and back, so that whatever else the machine does meets each alike.
    for (const { role, server } of round % 2 === 0 ? servers : servers.toReversed()) {
      const before = await server.cpu();
      const heard = await Promise.all(texts.map((text) => client.speak(server.port, text)));
      const after = await server.cpu();
      wrong += heard.filter((hash, i) => hash !== direct[i] || !hash.startsWith('200')).length;
      // The first round warms the compiler.
      if (round > 0) costs.get(role)?.push((after - before) / STREAMS);
    }
  }
  const bare = median(costs.get('bare') ?? []);
  return [
    relayRow(`${STREAMS} streams at once: answers with a wrong byte or status`, wrong, 'answers', 0, 'equal'),
    ...[...costs].flatMap(([role, values]) => [
      relayRow(
        `${STREAMS} streams at once: CPU a stream, ${role}, median of ${ROUNDS}`,
        median(values) * 1000,
        'ms',
        null,
      ),
      ...(role === 'bare'
        ? []
        : [
            relayRow(
              `${STREAMS} streams at once: CPU of ${role} to that of a bare pass-through`,
              median(values) / bare,
              'times',
              1.5,
            ),
          ]),
    ]),
  ];
}

/** @param {number} api @param {Named[]} servers @param {Client} client */
async function measureMemory(api, servers, client) {
  const relay = servers.find(({ role }) => role === 'relay with limits')?.server;
  if (!relay) throw new Error('There is no relay to measure.');
  const expected = await client.speak(api, PLAIN);
  let wrong = 0;
  const run = async (/** @type {number} */ count) => {
    for (let done = 0; done < count; done += STREAMS) {
      const heard = await Promise.all(Array.from({ length: STREAMS }, () => client.speak(relay.port, PLAIN)));
      wrong += heard.filter((hash) => hash !== expected).length;
    }
    return relay.look();
  };
  const first = await run(1000);
  const middle = await run(4500);
  const last = await run(4500);
  const halves = [middle.memory - first.memory, last.memory - middle.memory];
  return [
    relayRow('10 000 streams: answers with a wrong byte or status', wrong, 'answers', 0, 'equal'),
    relayRow('10 000 streams: memory at the thousandth', first.memory / 1e6, 'MB', null),
    relayRow('10 000 streams: growth from the thousandth to the last', (last.memory - first.memory) / 1e6, 'MB', null),
    // A leak adds to each half, compiled code ever less. One kept Request is some 2 kB.
    relayRow('10 000 streams: growth of a stream, the less of two halves', Math.min(...halves) / 4500, 'B', 500),
    relayRow(
      '10 000 streams: handles beyond those of the connections, growth',
      last.handles - last.connections - (first.handles - first.connections),
      'handles',
      0,
    ),
  ];
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

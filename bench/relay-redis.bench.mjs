// Two relay processes, one real redis-server: 100 identical requests, and what the limits let through together.
import { fork, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { toNodeListener } from 'react-readalong/server';
import { findRedis } from '../test/setup/redis.mjs';
import { relayRow } from './relay-row.mjs';
import { createClient } from './relay-servers.mjs';

const program = fileURLToPath(new URL('../test/package/relays/relay-process.mjs', import.meta.url));
const LIMIT = 60;

/** @type {import('./run.mjs').Bench} */
export default async function relayRedis() {
  let bought = 0;
  const api = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace: { firstByte: 0.3, rate: 20 },
    onCall: () => bought++,
  });
  const server = createServer(toNodeListener(api));
  const port = await listen(server);
  const redis = await startRedis();
  const settings = {
    api: `http://127.0.0.1:${port}`,
    redis: redis.port,
    requests: 100 + LIMIT,
    characters: 1e9,
    streams: 1e6,
  };
  const relays = await Promise.all([startRelay(settings), startRelay(settings)]);
  const client = createClient();
  const ask = (/** @type {number} */ i, /** @type {string} */ text) => client.speak(relays[i % 2]?.port ?? 0, text);
  try {
    const from = performance.now();
    const heard = await Promise.all(Array.from({ length: 100 }, (_, i) => ask(i, 'Bought once by two.')));
    const took = performance.now() - from;
    const boughtOnce = bought;
    const beyond = await Promise.all(Array.from({ length: 2 * LIMIT }, (_, i) => ask(i, `Limited ${i}.`)));
    const spoken = beyond.filter((hash) => hash.startsWith('200')).length;
    return [
      relayRow('two relays, one Redis: bought for 100 identical requests', boughtOnce, 'purchases', 1, 'equal'),
      relayRow('two relays, one Redis: different answers to them', new Set(heard).size, 'answers', 1, 'equal'),
      relayRow('two relays, one Redis: 100 identical requests', took, 'ms', null),
      relayRow(`two relays, one Redis: requests off a limit of ${LIMIT}`, Math.abs(spoken - LIMIT), 'requests', 1),
    ];
  } finally {
    client.close();
    for (const { child } of relays) child.kill();
    redis.child.kill();
    server.closeAllConnections();
    server.close();
  }
}

/** @param {object} settings */
async function startRelay(settings) {
  const child = fork(program, [JSON.stringify({ whenUnreachable: 'refuse', ...settings })]);
  /** @type {number} */
  const port = await new Promise((resolve) =>
    child.once('message', (message) => resolve(Reflect.get(Object(message), 'port'))),
  );
  return { child, port };
}

async function startRedis() {
  const program = findRedis();
  if (!program) throw new Error('There is no redis-server. Run `npm run redis`, which installs it.');
  const probe = createSocketServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  const child = spawn(program, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
  await new Promise((resolve) => child.stdout.on('data', (text) => String(text).includes('Ready') && resolve(null)));
  return { child, port };
}

/** @param {import('node:net').Server} server @returns {Promise<number>} */
function listen(server) {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

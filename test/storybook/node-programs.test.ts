import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import limitStorage from '../../stories/examples/limit-storage.node.js';
import relayInNode from '../../stories/examples/relay-in-node.node.js';
import relaysOnManyMachines from '../../stories/examples/relays-on-many-machines.node.js';
import { type RedisServer, startRedis } from '../package/relays/redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
  vi.stubEnv('REDIS_URL', `redis://127.0.0.1:${redis.port}`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await redis?.kill();
});

const PROGRAMS = {
  'limit-storage': limitStorage,
  'relay-in-node': relayInNode,
  'relays-on-many-machines': relaysOnManyMachines,
};

it.each(Object.entries(PROGRAMS))('the reference shows what the program %s prints', async (name, run) => {
  await expect(await run()).toMatchFileSnapshot(`../../stories/examples/${name}.node.txt`);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { findRedis } from '../../setup/redis.mjs';

/** A real redis-server on this machine, without a file. */
export interface RedisServer {
  readonly port: number;
  /** Kills it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
}

/** Starts a redis-server. Throws where there is none: `node test/setup/redis.mjs` installs it. */
export async function startRedis(): Promise<RedisServer> {
  const program = findRedis();
  if (!program) throw new Error('There is no redis-server. Run `node test/setup/redis.mjs`, which installs it.');
  const port = await freePort();
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const server = spawn(program ?? '', [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ]);
    child = server;
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (text) => String(text).includes('Ready to accept') && resolve());
      server.once('exit', () => reject(new Error('redis-server ended.')));
    });
  }

  await start();
  return {
    port,
    start,
    async kill() {
      const server = child;
      child = null;
      if (!server || server.exitCode !== null) return;
      await new Promise((resolve) => {
        server.once('exit', resolve);
        server.kill('SIGKILL');
      });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

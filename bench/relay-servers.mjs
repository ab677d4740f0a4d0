import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** @typedef {{ memory: number, connections: number, handles: number }} Look Bytes and counts, after a collection. */
/** @typedef {{ port: number, cpu: () => Promise<number>, look: () => Promise<Look>, close: () => void }} BenchServer CPU in seconds. */

const program = fileURLToPath(new URL('relay-process.mjs', import.meta.url));

/**
 * Starts a server of the benches.
 * @param {string} role
 * @param {string} [api]
 * @returns {Promise<BenchServer>}
 */
export async function startServer(role, api = '') {
  const child = fork(program, [role, api], { execArgv: ['--expose-gc'] });
  const answer = () => new Promise((resolve) => child.once('message', resolve));
  child.once('exit', (code) => code && console.error(`The server "${role}" ended with ${code}.`));
  const { port } = await answer();
  const ask = (/** @type {string} */ what) => {
    const told = answer();
    child.send(what);
    return told;
  };
  return {
    port,
    cpu: async () => (await ask('cpu')).cpu,
    look: () => ask('look'),
    close: () => child.kill(),
  };
}

/** A client of the benches. */
export function createClient() {
  const agent = new Agent({ keepAlive: true, maxSockets: 2000 });
  return {
    /**
     * Buys speech and returns the SHA-256 of what came, with its status.
     * @param {number} port
     * @param {string} text
     * @returns {Promise<string>}
     */
    speak: (port, text) =>
      new Promise((resolve, reject) => {
        const path = '/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/stream/with-timestamps?output_format=pcm_8000';
        const headers = { 'content-type': 'application/json', 'xi-api-key': 'the-key-of-the-bench' };
        const call = request({ port, host: '127.0.0.1', path, method: 'POST', headers, agent }, (answer) => {
          const hash = createHash('sha256');
          answer.on('data', (chunk) => hash.update(chunk));
          answer.on('end', () => resolve(`${answer.statusCode} ${hash.digest('hex')}`));
          answer.on('error', reject);
        });
        call.on('error', reject);
        call.end(JSON.stringify({ text }));
      }),
    close: () => agent.destroy(),
  };
}

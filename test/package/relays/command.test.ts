import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = `${root}dist/command/react-readalong-relay.js`;
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts `react-readalong-relay`, and waits for its first words. */
async function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [program], { cwd: root, env: { PATH: process.env.PATH, ...environment } });
  children.push(child);
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += String(text);
        resolve();
      });
    }
  });
  return { child, ended, said: () => said };
}

const speak = (port: number, body: object, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}/api/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/with-timestamps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('react-readalong-relay', { timeout: 30_000 }, () => {
  it('speaks with nothing but a port: through the stand-in, as it says', async () => {
    const port = await freePort();
    const { said } = await start({ PORT: `${port}`, RELAY_PREFIX: '/api' });
    expect(said()).toMatch(/listens on http:\/\/127\.0\.0\.1:\d+\/api and speaks through the offline stand-in/);
    const answer: { audio_base64: string } = await (await speak(port, { text: 'Hello.' })).json();
    expect(answer.audio_base64.length).toBeGreaterThan(1000);
  });

  it('does what its environment asks: tokens, limits, models, cache, log, counters; and stops when it is told', async () => {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const { child, ended, said } = await start({
      PORT: `${port}`,
      RELAY_METRICS_PORT: `${metricsPort}`,
      RELAY_PREFIX: 'api',
      RELAY_TOKENS: 'one, two',
      RELAY_REQUESTS_PER_MINUTE: '3',
      RELAY_CHARACTERS_PER_DAY: '1000',
      RELAY_STREAMS: '2',
      RELAY_MODELS: 'eleven_multilingual_v2',
      RELAY_CACHE: 'memory',
      RELAY_LOG: '1',
    });
    const authorization = 'Bearer two';
    expect((await speak(port, { text: 'Secret.' })).status).toBe(401);
    expect((await speak(port, { text: 'Secret.' }, { authorization: 'Bearer too' })).status).toBe(401);
    for (let i = 0; i < 2; i++) await (await speak(port, { text: 'Secret.' }, { authorization })).arrayBuffer();
    expect((await speak(port, { text: 'a', model_id: 'eleven_v3' }, { authorization })).status).toBe(403);
    expect((await speak(port, { text: 'a' }, { authorization })).status).toBe(429);
    const counters = await (await fetch(`http://127.0.0.1:${metricsPort}/`)).text();
    expect(counters).toMatch(
      /^readalong_relay_requests_total\{kind="speech",status="200",outcome="stored",ending="ended"\} 1$/m,
    );
    expect(said()).toContain('"outcome":"bought"');
    expect(said()).not.toMatch(/Secret|Bearer|two"/);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it.each([
    ['PORT', { PORT: 'many' }],
    ['REDIS_URL', { RELAY_CACHE: 'redis' }],
  ])('says which variable is wrong, and ends: %s', async (name, environment) => {
    const { ended, said } = await start(environment);
    expect([await ended, said()]).toEqual([1, expect.stringContaining(name)]);
  });
});

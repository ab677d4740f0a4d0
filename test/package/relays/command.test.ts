import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
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
    ['RELAY_TOKENS', { HOST: '0.0.0.0', ELEVENLABS_API_KEY: 'a-real-one' }],
  ])('says which variable is wrong, and ends: %s', async (name, environment) => {
    const { ended, said } = await start(environment);
    expect([await ended, said()]).toEqual([1, expect.stringContaining(name)]);
  });

  it('with a key and no tokens answers to names of its own machine only, unless it is told to be open', async () => {
    const statusFor = async (host: string, environment: Record<string, string>) => {
      const port = await freePort();
      const { child, said } = await start({ PORT: `${port}`, ...environment });
      expect(said()).toContain('listens');
      const status = await new Promise((resolve, reject) => {
        const call = request({ port, host: '127.0.0.1', path: '/v1/user', headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        call.on('error', reject).end();
      });
      child.kill('SIGKILL');
      return status;
    };
    const key = { ELEVENLABS_API_KEY: 'a-real-one' };
    expect(await statusFor('localhost:3001', key)).toBe(404);
    expect(await statusFor('rebound.example', key)).toBe(403);
    expect(await statusFor('rebound.example', { ...key, RELAY_OPEN: '1' })).toBe(404);
    expect(await statusFor('rebound.example', {})).toBe(404);
  });

  it('counts by the address that its own proxy tells, the last; an IPv6 network is one caller', async () => {
    const port = await freePort();
    await start({ PORT: `${port}`, RELAY_REQUESTS_PER_MINUTE: '1', RELAY_ADDRESS_HEADER: 'x-forwarded-for' });
    const statusFor = async (from: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/v2/voices`, { headers: { 'x-forwarded-for': from } });
      await answer.arrayBuffer();
      return answer.status;
    };
    const statuses: number[] = [];
    const callers = [
      ['1.2.3.4', 200],
      ['9.9.9.9, 1.2.3.4', 429],
      ['1.2.3.4:5000', 429],
      ['::ffff:1.2.3.4', 429],
      ['1.2.3.5', 200],
      ['2001:db8:1:2::1', 200],
      ['2001:db8:1:2:ffff::7', 429],
      ['[2001:DB8:1:2::9]:443', 429],
      ['2001:db8:1:3::1', 200],
    ] as const;
    for (const [from] of callers) statuses.push(await statusFor(from));
    expect(statuses).toEqual(callers.map(([, status]) => status));
  });
});

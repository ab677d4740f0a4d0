import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packInto } from './pack.mjs';

const run = promisify(execFile);
/** Without a key, so that the stand-in speaks, and without telling anyone. */
const { ELEVENLABS_API_KEY: _, NODE_ENV: __, ...rest } = process.env;
const env = { ...rest, NEXT_TELEMETRY_DISABLED: '1' };

export interface RunningExample {
  url: string;
  stop: () => void;
}

/** Does in a new folder what a reader of the example would do: installs it with the packed library, builds it, starts it. */
export async function runExample(name: string): Promise<RunningExample> {
  const folder = mkdtempSync(join(tmpdir(), `readalong-${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), folder, {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist|\.next|react-readalong\.tgz)$/.test(path),
    });
    packInto(join(folder, 'react-readalong.tgz'));
    await npm(folder, 'ci', '--no-audit', '--no-fund', '--prefer-offline');
    await npm(folder, 'run', 'build');
    const port = await freePort();
    const server = spawn('npm', ['start', '--', '--port', `${port}`], { cwd: folder, env, detached: true });
    const stop = () => {
      // The group: npm does not pass on what ends it.
      if (server.pid && server.exitCode === null) process.kill(-server.pid);
      remove();
    };
    const url = `http://localhost:${port}/`;
    await answers(server, url).catch((error) => {
      stop();
      throw error;
    });
    return { url, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

async function npm(cwd: string, ...parameters: string[]): Promise<void> {
  await run('npm', parameters, { cwd, env }).catch(({ stdout, stderr }) => {
    throw new Error(`\`npm ${parameters.join(' ')}\` failed in the example:\n${stdout}\n${stderr}`);
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

async function answers(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stdout?.on('data', (text) => (said += text));
  server.stderr?.on('data', (text) => (said += text));
  const patience = AbortSignal.timeout(60_000);
  while (server.exitCode === null && !patience.aborted) {
    const response = await fetch(url, { signal: patience }).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The example did not start:\n${said}`);
}

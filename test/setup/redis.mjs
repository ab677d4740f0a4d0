// Finds redis-server for tests and benches. Run as a program, it installs one where none is found.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a redis-server, or null: `$REDIS_SERVER`, then the one on the path. */
export function findRedis() {
  const named = process.env.REDIS_SERVER;
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin'];
  const candidates = named ? [named] : folders.map((folder) => join(folder, 'redis-server'));
  return candidates.find(canRun) ?? null;
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} parameters */
function apt(parameters) {
  console.log(`$ apt-get ${parameters.join(' ')}`);
  execFileSync('apt-get', parameters, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findRedis()) {
    try {
      apt(['update', '--quiet']);
      apt(['install', '--yes', '--quiet', '--no-install-recommends', 'redis-server']);
    } catch {
      console.log('apt could not install redis-server.');
    }
  }
  const found = findRedis();
  if (!found) {
    console.error(
      'No redis-server was found, and none could be installed, so tests of relays on many machines cannot run.',
    );
    console.error('Install Redis, or set $REDIS_SERVER to the path of its server.');
    process.exit(1);
  }
  console.log(`redis-server: ${found}`);
}

// Packs the library, as built, into each example, where their package.json expects it. Run as a program with --lock, it renews their locks.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The names of the examples, each a project of its own below `examples/`. */
export const EXAMPLES = ['vite', 'next'];

/**
 * Writes the built package to `file`, as it would be published.
 * @param {string} file
 */
export function packInto(file) {
  if (!existsSync(join(root, 'dist/index.js')))
    throw new Error('There is no dist/ to pack. Run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'readalong-pack-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
  const [packed = ''] = readdirSync(folder);
  copyFileSync(join(folder, packed), file);
  rmSync(folder, { recursive: true });
}

/** @param {string} folder */
function lock(folder) {
  execFileSync('npm', ['install', '--package-lock-only', '--omit-lockfile-registry-resolved'], {
    cwd: folder,
    stdio: 'inherit',
  });
  const path = join(folder, 'package-lock.json');
  const locked = JSON.parse(readFileSync(path, 'utf8'));
  // Each build packs other bytes.
  delete locked.packages['node_modules/react-readalong'].integrity;
  writeFileSync(path, `${JSON.stringify(locked, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const example of EXAMPLES) {
    const folder = join(root, 'examples', example);
    packInto(join(folder, 'react-readalong.tgz'));
    if (process.argv.includes('--lock')) lock(folder);
  }
}

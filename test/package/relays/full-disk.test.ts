import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('full-disk.mjs', import.meta.url));

it('a relay whose disk takes no more speaks on, keeps what is whole, and leaves no half file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
  try {
    const script = 'ulimit -f 16 && exec "$0" "$1" "$2"';
    const said = execFileSync('sh', ['-c', script, process.execPath, program, folder], { encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual({
      heard: [
        [200, 1000, 1],
        [200, 1000, 1],
        [200, 100_000, 2],
        [200, 100_000, 3],
      ],
      kept: 1,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

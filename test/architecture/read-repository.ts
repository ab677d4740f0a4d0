import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MADE = new Set(['.git', 'coverage', 'dist', 'node_modules', 'storybook-static', 'test-results']);

/** The repository's own files below a folder (`''` is all of it) as path and text, without what tools made. */
export function readRepository(folder: string, isWanted: RegExp): [path: string, text: string][] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return MADE.has(entry.name) ? [] : readRepository(path, isWanted);
    return entry.isFile() && isWanted.test(path) ? [[path, readFileSync(root + path, 'utf8')]] : [];
  });
}

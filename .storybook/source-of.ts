import { existsSync } from 'node:fs';
import { normalize } from 'node:path';

/** The source of a module by its name in the build (`.js`). Throws where there is none. */
export function sourceOf(path: string): string {
  const stem = normalize(path).replace(/\.js$/, '');
  const found = [`${stem}.ts`, `${stem}.tsx`].find(existsSync);
  if (!found) throw new Error(`${path} is imported, and there is no such file.`);
  return found;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** A program that shows what functions do, and what it imports of the package. */
export interface ReadProgram {
  /** Name of a file of `stories/examples`. */
  readonly file: string;
  /** Names by the entry of the package that they come from. */
  readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The programs of a checkout. */
export function readPrograms(root: string): ReadProgram[] {
  const folder = join(root, 'stories/examples');
  return readdirSync(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .toSorted()
    .map((file) => {
      const { module } = parseSync(file, readFileSync(join(folder, file), 'utf8'));
      const imports = new Map<string, Set<string>>();
      for (const { moduleRequest, entries } of module.staticImports) {
        const names = imports.get(moduleRequest.value) ?? new Set();
        imports.set(moduleRequest.value, names);
        for (const { importName } of entries) if (importName.name) names.add(importName.name);
      }
      return { file, imports };
    });
}

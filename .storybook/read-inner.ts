import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { type Declared, declarationsOf } from './read-declaration.js';
import type { ReferencePart } from './reference.js';
import { sourceOf } from './source-of.js';

/** Types of a checkout that a type is made of and that no face exports, each with its properties. */
export function readInner(type: Declared, isExported: (name: string) => boolean): ReferencePart[] {
  const seen = new Set([type.name]);
  const found: ReferencePart[] = [];
  const follow = (from: Declared): void => {
    for (const name of basesOf(from)) {
      if (seen.has(name) || isExported(name)) continue;
      seen.add(name);
      const inner = findType(from.file, name);
      if (!inner) continue;
      const { documentation, properties, extended } = inner;
      if (properties.length > 0) found.push({ name, documentation, properties, extended });
      follow(inner);
    }
  };
  if (type.kind === 'type') follow(type);
  return found;
}

/** The names of what a type adds to, or as an alias stands for. */
function basesOf({ signature, extended }: Declared): string[] {
  const [, alias = ''] = /^type [^=]+=([\s\S]*)$/.exec(signature) ?? [];
  return [...extended, alias].join(' ').match(/\b[A-Z]\w*/g) ?? [];
}

function findType(file: string, name: string): Declared | undefined {
  const source = readFileSync(file, 'utf8');
  const own = declarationsOf(file, source).find((one) => one.name === name && one.kind === 'type');
  if (own) return own;
  const imported = parseSync(file, source).module.staticImports.find(
    ({ moduleRequest, entries }) =>
      moduleRequest.value.startsWith('.') && entries.some(({ localName }) => localName.value === name),
  );
  return imported && findType(sourceOf(join(dirname(file), imported.moduleRequest.value)), name);
}

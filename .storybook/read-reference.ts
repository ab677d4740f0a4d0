import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { liveStory, storyPages } from './find-stories.js';
import { withKinText } from './kin-text.js';
import { type Declared, declarationsOf } from './read-declaration.js';
import { readInner } from './read-inner.js';
import { type ReadProgram, readPrograms } from './read-programs.js';
import { readStories } from './read-stories.js';
import type { Reference, ReferenceEntry } from './reference.js';
import { sourceOf } from './source-of.js';
import { withRelated } from './with-related.js';

const FACES = [
  ['react-readalong', 'src/index.ts'],
  ['react-readalong/server', 'src/server/index.ts'],
  ['react-readalong/offline', 'src/offline/index.ts'],
] as const;

/** Everything that the faces of a checkout export, as its sources say it. Throws where an exported name is nowhere declared. */
export function readReference(root: string): Reference {
  const stories = readStories(root);
  const programs = readPrograms(root);
  return FACES.map(([face, path]) => {
    const exports = exportsOf(join(root, path));
    const names = new Set(exports.map(({ name }) => name));
    const entries = exports.map((exported) => {
      const entry = readEntry(root, exported, (name) => names.has(name));
      return {
        ...entry,
        stories: storyPages(entry, stories),
        live: liveStory(entry, stories),
        programs: programsOf(programs, face, entry),
        related: [],
      };
    });
    return { name: face, entries: withRelated(withKinText(entries)) };
  });
}

const MOST_PROGRAMS = 2;

/** The programs that call it: first the one that is named for it, then those that are about little else. */
function programsOf(programs: readonly ReadProgram[], face: string, { name, kind }: OwnEntry): string[] {
  if (kind === 'type') return [];
  const isNamed = ({ file }: ReadProgram): boolean =>
    name.toLowerCase().endsWith(file.replace(/\..*$/, '').replaceAll('-', ''));
  const count = ({ imports }: ReadProgram): number => [...imports.values()].reduce((sum, names) => sum + names.size, 0);
  return programs
    .filter(({ imports }) => imports.get(face)?.has(name))
    .toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)) || count(a) - count(b))
    .slice(0, MOST_PROGRAMS)
    .map(({ file }) => file);
}

interface Exported {
  readonly name: string;
  readonly file: string;
}

/** The names that a face passes on, and the files that declare them. */
function exportsOf(face: string): Exported[] {
  const { module } = parseSync(face, readFileSync(face, 'utf8'));
  return module.staticExports
    .flatMap(({ entries }) => entries)
    .map(({ exportName, moduleRequest }) => {
      if (!exportName.name || !moduleRequest) throw new Error(`${face} exports something that has no name or no file.`);
      return { name: exportName.name, file: sourceOf(join(dirname(face), moduleRequest.value)) };
    });
}

type OwnEntry = Omit<ReferenceEntry, 'stories' | 'live' | 'programs' | 'related'>;

function readEntry(root: string, { name, file }: Exported, isExported: (name: string) => boolean): OwnEntry {
  const source = readFileSync(file, 'utf8');
  const declared = declarationsOf(file, source).filter((one) => one.name === name);
  // A value and a type may share a name.
  const first = declared.find(({ kind }) => kind !== 'type') ?? declared[0];
  if (!first) throw new Error(`${relative(root, file)} does not declare ${name}, which a face exports.`);
  return {
    name,
    kind: kindOf(first),
    file: relative(root, file),
    signatures: declared.map(({ signature }) => signature),
    documentation:
      [first, ...declared].find(({ documentation }) => documentation.text)?.documentation ?? first.documentation,
    properties: first.properties,
    extended: first.extended,
    inner: readInner(first, isExported),
  };
}

function kindOf({ name, kind, file }: Declared): ReferenceEntry['kind'] {
  if (kind !== 'function' && kind !== 'constant') return kind;
  if (/^use[A-Z]/.test(name)) return 'hook';
  return /^[A-Z][a-z]/.test(name) && file.endsWith('.tsx') ? 'component' : kind;
}

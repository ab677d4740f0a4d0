import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'vite';
import { withKinText } from './kin-text.js';
import { type Declared, declarationsOf } from './read-declaration.js';
import type { Reference, ReferenceEntry, ReferenceStory } from './reference.js';

const FACES = [
  ['react-readalong', 'src/index.ts'],
  ['react-readalong/server', 'src/server/index.ts'],
  ['react-readalong/offline', 'src/offline/index.ts'],
] as const;

/** Everything that the faces of a checkout export, as its sources say it. Throws where an exported name is nowhere declared. */
export function readReference(root: string): Reference {
  const stories = readStories(root);
  return FACES.map(([name, path]) => {
    const entries = exportsOf(join(root, path)).map((exported) => readEntry(root, exported, stories));
    return { name, entries: withKinText(entries) };
  });
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

function sourceOf(path: string): string {
  const stem = normalize(path).replace(/\.js$/, '');
  const found = [`${stem}.ts`, `${stem}.tsx`].find(existsSync);
  if (!found) throw new Error(`${path} is exported, and there is no such file.`);
  return found;
}

function readEntry(root: string, { name, file }: Exported, stories: readonly ReadStory[]): ReferenceEntry {
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
    stories: storiesOf(name, stories),
  };
}

function kindOf({ name, kind, file }: Declared): ReferenceEntry['kind'] {
  if (kind !== 'function' && kind !== 'constant') return kind;
  if (/^use[A-Z]/.test(name)) return 'hook';
  return /^[A-Z][a-z]/.test(name) && file.endsWith('.tsx') ? 'component' : kind;
}

interface ReadStory extends ReferenceStory {
  /** It is about that name. */
  shows(name: string): boolean;
  calls(name: string): boolean;
}

/** The stories about a name; of a hook that has none, those that call it. */
function storiesOf(name: string, stories: readonly ReadStory[]): ReferenceStory[] {
  const own = stories.filter((story) => story.shows(name));
  const shown = own.length > 0 ? own : stories.filter((story) => story.calls(name));
  return shown.map(({ title, id }) => ({ title, id }));
}

/** The files of stories: each shows what it is named for, its component and subcomponents, and the hooks of the same names. */
function readStories(root: string): ReadStory[] {
  const files = readdirSync(join(root, 'stories'), { recursive: true, encoding: 'utf8' });
  return files.flatMap((path) => {
    const [, own = ''] = /([^/]+)\.stories\.tsx$/.exec(path) ?? [];
    const source = own ? readFileSync(join(root, 'stories', path), 'utf8') : '';
    const title = /title: '([^']+)'/.exec(source)?.[1];
    if (!title) return [];
    const [, subcomponents = ''] = /\bsubcomponents: \{([^}]*)\}/.exec(source) ?? [];
    const [, component = ''] = /\bcomponent: (\w+)/.exec(source) ?? [];
    const shown = new Set([own, component, ...(subcomponents.match(/\w+/g) ?? [])]);
    const id = `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`;
    return [
      {
        title,
        id,
        shows: (name: string) => shown.has(name) || shown.has(name.replace(/^use/, '')),
        calls: (name: string) => name.startsWith('use') && source.includes(`${name}(`),
      },
    ];
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { namesIn, type SyntaxNode, topLevelOf } from './syntax-names.js';

/** A file of stories, and which names each of its stories uses, by itself or by what it is made of. */
export interface ReadStories {
  /** Path below `stories/`. */
  readonly file: string;
  /** What it is named for, as in `PlayButton.stories.tsx`. */
  readonly about: string;
  readonly title: string;
  /** The components that it says it shows. */
  readonly shown: ReadonlySet<string>;
  readonly stories: readonly { readonly exportName: string; readonly uses: ReadonlySet<string> }[];
}

/** All files of stories of a checkout but those of the reference itself. */
export function readStories(root: string): ReadStories[] {
  const folder = join(root, 'stories');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return files
    .filter((file) => file.endsWith('.stories.tsx') && !file.startsWith('reference'))
    .map((file) => readFile(folder, file));
}

function readFile(folder: string, file: string): ReadStories {
  const source = readFileSync(join(folder, file), 'utf8');
  const { program, module } = parseSync(file, source);
  const declared = topLevelOf(program);
  const meta = propertiesOf(declared.get('meta'));
  const title = meta.get('title')?.value;
  if (typeof title !== 'string') throw new Error(`${file} has no title that can be read.`);
  const local = module.staticImports.flatMap(({ moduleRequest, entries }) =>
    moduleRequest.value.startsWith('.')
      ? entries.map(({ localName }) => [localName.value, moduleRequest.value] as const)
      : [],
  );
  const imported = new Map(local);

  /** Every name that is used by what is declared here under a name, and by what that uses in turn. */
  function reach(name: string, seen: Set<string>): Set<string> {
    if (seen.has(name)) return seen;
    seen.add(name);
    const node = declared.get(name);
    for (const used of node ? namesIn(node) : namesOfFile(imported.get(name))) reach(used, seen);
    return seen;
  }
  /** A component of another file of stories. */
  function namesOfFile(specifier: string | undefined): ReadonlySet<string> {
    if (!specifier?.endsWith('.js')) return new Set();
    const path = join(folder, dirname(file), specifier.replace(/js$/, 'tsx'));
    try {
      return namesIn(parseSync(path, readFileSync(path, 'utf8')).program);
    } catch {
      return new Set();
    }
  }

  const base = ['component', 'render', 'decorators'].flatMap((key) => [...namesIn(meta.get(key))]);
  const exported = module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name));
  const stories = exported.flatMap((exportName) => {
    if (!exportName || !declared.has(exportName)) return [];
    const hasOwnRender = propertiesOf(declared.get(exportName)).has('render');
    const uses = reach(exportName, new Set());
    if (!hasOwnRender) for (const name of base) reach(name, uses);
    return [{ exportName, uses }];
  });
  const about = /([^/]+)\.stories\.tsx$/.exec(file)?.[1] ?? '';
  return { file, about, title, shown: namesIn(meta.get('subcomponents')), stories };
}

/** The properties of an object that a constant is, whatever is said of its type. */
function propertiesOf(declaration: SyntaxNode | undefined): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  let node = declaration?.init;
  while (isNode(node) && node.type !== 'ObjectExpression') node = node.expression;
  if (!isNode(node) || !Array.isArray(node.properties)) return found;
  for (const property of node.properties) {
    if (isNode(property) && isNode(property.key) && typeof property.key.name === 'string' && isNode(property.value))
      found.set(property.key.name, property.value);
  }
  return found;
}

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value;

import { parseSync } from 'vite';

/** What the rules need to know of a source file, comments and strings left out. */
export interface Module {
  readonly path: string;
  readonly lines: number;
  /** Every specifier: static, dynamic, re-exported, and of types. */
  readonly imports: readonly string[];
  /** Exported names, types included; `*` where a file exports all of another. */
  readonly exports: readonly string[];
  /** Names that occur as identifiers. */
  readonly identifiers: ReadonlySet<string>;
  readonly hasUseClient: boolean;
  /** Whether anything but imports and re-exports is in it. */
  readonly hasLogic: boolean;
}

/** Reads a TypeScript source. Throws where it is no TypeScript. */
export function readModule(path: string, source: string): Module {
  const { program, module, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`);
  const identifiers = new Set<string>();
  const imports = new Set<string>();
  visit(program, (node) => {
    if (node.type === 'Identifier' && typeof node.name === 'string') identifiers.add(node.name);
    // import(…), import type, export … from and import('…').Type alike keep their specifier here.
    if (isNode(node.source) && typeof node.source.value === 'string') imports.add(node.source.value);
  });
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName }) => exportName.name ?? (exportName.kind === 'Default' ? 'default' : '*')),
  );
  return {
    path,
    lines: source.trimEnd().split('\n').length,
    imports: [...imports],
    exports,
    identifiers,
    hasUseClient: program.body.some((node) => 'directive' in node && node.directive === 'use client'),
    hasLogic: program.body.some((node) => !isPassedOn(node)),
  };
}

function isPassedOn(node: { type: string; source?: unknown; declaration?: unknown; directive?: unknown }): boolean {
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration' || node.directive) return true;
  return node.type === 'ExportNamedDeclaration' && !node.declaration;
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) if (isNode(child)) visit(child, see);
  }
}

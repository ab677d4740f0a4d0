/** A node of a syntax tree (ESTree). */
export type SyntaxNode = Record<string, unknown>;

/** Every identifier in a part of a syntax tree, those of JSX and of object keys included. */
export function namesIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) namesIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    const { type, name } = value as SyntaxNode;
    if ((type === 'Identifier' || type === 'JSXIdentifier') && typeof name === 'string') found.add(name);
    for (const child of Object.values(value)) if (typeof child === 'object') namesIn(child, found);
  }
  return found;
}

/** What a module declares at its top, by name: a function, or the declarator of a constant. */
export function topLevelOf(program: unknown): ReadonlyMap<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  const add = (declaration: unknown): void => {
    if (!isNode(declaration)) return;
    const { id, declarations } = declaration;
    if (isNode(id) && typeof id.name === 'string') found.set(id.name, declaration);
    if (Array.isArray(declarations)) declarations.forEach(add);
  };
  const { body } = isNode(program) ? program : {};
  if (Array.isArray(body)) for (const statement of body) if (isNode(statement)) add(statement.declaration ?? statement);
  return found;
}

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value;

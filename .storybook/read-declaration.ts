import { parseSync } from 'vite';
import { noDocumentation, readDocumentation } from './read-documentation.js';
import type { Documentation, ReferenceProperty } from './reference.js';

/** A declaration at the top of a file. */
export interface Declared {
  readonly name: string;
  readonly file: string;
  readonly kind: 'function' | 'constant' | 'class' | 'type';
  readonly signature: string;
  readonly documentation: Documentation;
  readonly properties: readonly ReferenceProperty[];
  readonly extended: readonly string[];
}

type Parsed = ReturnType<typeof parseSync>;
type Statement = Parsed['program']['body'][number];
type Declaration = NonNullable<Extract<Statement, { type: 'ExportNamedDeclaration' }>['declaration']>;
type ClassDeclaration = Extract<Declaration, { type: 'ClassDeclaration' | 'ClassExpression' }>;
type Member =
  | Extract<Declaration, { type: 'TSInterfaceDeclaration' }>['body']['body'][number]
  | ClassDeclaration['body']['body'][number];

interface Span {
  readonly start: number;
  readonly end: number;
}

/** All that a file declares at its top, exported or not, in its order. Throws where it is no TypeScript. */
export function declarationsOf(file: string, source: string): Declared[] {
  const { program, comments, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const textOf = ({ start, end }: Span) => source.slice(start, end);
  const documentationOf = ({ start }: Span): Documentation => {
    const comment = comments.findLast((one) => one.end <= start);
    if (!comment?.value.startsWith('*') || source.slice(comment.end, start).trim() !== '') return noDocumentation;
    return readDocumentation(comment.value);
  };
  const readMember = (member: Member) => readProperty(member, textOf, documentationOf);
  /** A constant whose type says how it is called is read as that. */
  const readCalls = (read: Read): Read => {
    const [, type = ''] = /^const \w+: (\w+)$/.exec(read.signature) ?? [];
    const calls = program.body.flatMap((statement) => callsOf(statement, type)).map(textOf);
    if (calls.length === 0) return read;
    return { ...read, kind: 'function', signature: calls.map((call) => `${read.name}${call}`).join('\n') };
  };

  return program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const declared = declaration && readDeclaration(declaration, textOf);
    if (!declared) return [];
    const read = readCalls(declared);
    return [
      {
        ...read,
        file,
        documentation: documentationOf(statement),
        properties: read.members.flatMap(readMember).filter(canBeGiven),
      },
    ];
  });
}

/** What may not be there, where it tells variants apart, is nothing to be told of. */
const canBeGiven = ({ type }: ReferenceProperty): boolean => type !== 'never' && type !== 'undefined';

/** How an interface of a name can be called. */
function callsOf(statement: Statement, name: string): Member[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'TSInterfaceDeclaration' || declaration.id.name !== name) return [];
  return declaration.body.body.filter((member) => member.type === 'TSCallSignatureDeclaration');
}

type Read = Pick<Declared, 'name' | 'kind' | 'signature' | 'extended'> & { readonly members: readonly Member[] };

function readDeclaration(declaration: Declaration | Statement, textOf: (span: Span) => string): Read | null {
  const none = { members: [], extended: [] };
  /** As written, without what stands between its braces. */
  const head = (body: Span | null | undefined) =>
    textOf({ start: declaration.start, end: body?.start ?? declaration.end }).trim();
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return { ...none, name: declaration.id?.name ?? '', kind: 'function', signature: head(declaration.body) };
    case 'VariableDeclaration': {
      const [{ id, init } = { id: null, init: null }] = declaration.declarations;
      if (id?.type !== 'Identifier') return null;
      const isFunction = init?.type === 'ArrowFunctionExpression';
      const body = isFunction ? init.body : init?.type === 'CallExpression' ? init.arguments[0] : init;
      return { ...none, name: id.name, kind: isFunction ? 'function' : 'constant', signature: tidy(head(body)) };
    }
    case 'ClassDeclaration':
      return {
        ...none,
        name: declaration.id?.name ?? '',
        kind: 'class',
        signature: head(declaration.body),
        members: declaration.body.body,
      };
    case 'TSInterfaceDeclaration':
      return {
        name: declaration.id.name,
        kind: 'type',
        signature: head(declaration.body),
        members: declaration.body.body,
        extended: declaration.extends.map(textOf),
      };
    case 'TSTypeAliasDeclaration':
      return { ...none, name: declaration.id.name, kind: 'type', signature: head(null) };
    default:
      return null;
  }
}

/** A constant's head ends where its value begins. */
const tidy = (signature: string) => signature.replace(/\s*(?:=>?|\()$/, '');

function readProperty(
  member: Member,
  textOf: (span: Span) => string,
  documentationOf: (span: Span) => Documentation,
): ReferenceProperty[] {
  const documentation = documentationOf(member);
  // A field of a class without a type is one of its base.
  if (member.type === 'TSPropertySignature' || (member.type === 'PropertyDefinition' && member.typeAnnotation)) {
    const type = member.typeAnnotation ? textOf(member.typeAnnotation.typeAnnotation) : 'unknown';
    return [{ name: textOf(member.key), type, isOptional: member.optional ?? false, documentation }];
  }
  if (member.type === 'TSMethodSignature') {
    const type = textOf({ start: member.key.end, end: member.end }).replace(/;$/, '');
    return [{ name: textOf(member.key), type, isOptional: member.optional, documentation }];
  }
  return [];
}

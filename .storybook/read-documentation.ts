import type { Documentation, ReferenceParameter } from './reference.js';

const TAG = /(?:^|\s)(?=@(?:default|example|throws|param)\b)/;
/** A sentence of its own that says what is thrown. */
const THROWS = /(?<=^|[.:!?] )(?:It )?(?:[Tt]hrows|[Rr]ejects) (?:[^.`]|`[^`]*`|\.(?! |$))*\.(?: |$)/g;

/** A doc comment's text (between its marks), taken apart. */
export function readDocumentation(comment: string): Documentation {
  const lines = comment
    .replace(/^\*/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''));
  const [text = '', ...tags] = lines.join('\n').split(TAG);
  const valuesOf = (tag: string) =>
    tags.filter((written) => written.startsWith(`@${tag}`)).map((written) => written.slice(tag.length + 1).trim());
  const prose = oneLine(text);
  return {
    text: oneLine(prose.replace(THROWS, '')),
    defaultValue: valuesOf('default')[0] ?? null,
    examples: valuesOf('example'),
    throws: [...(prose.match(THROWS) ?? []), ...valuesOf('throws')].map(oneLine),
    parameters: readParameters(tags),
  };
}

/** Each `@param`, and the `@default` behind it. */
function readParameters(tags: readonly string[]): ReferenceParameter[] {
  return tags.flatMap((tag, index) => {
    const [, name = '', text = ''] = /^@param\s+(\S+)\s*([\s\S]*)$/.exec(tag) ?? [];
    const next = tags[index + 1]?.trim() ?? '';
    const defaultValue = next.startsWith('@default') ? next.slice('@default'.length).trim() : null;
    return name ? [{ name, text: oneLine(text), defaultValue }] : [];
  });
}

const oneLine = (text: string): string => text.replace('@deprecated', 'Deprecated').replace(/\s+/g, ' ').trim();

export const noDocumentation: Documentation = {
  text: '',
  defaultValue: null,
  examples: [],
  throws: [],
  parameters: [],
};

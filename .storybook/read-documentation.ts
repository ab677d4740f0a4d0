import type { Documentation } from './reference.js';

/** A doc comment's text (between its marks), taken apart. */
export function readDocumentation(comment: string): Documentation {
  const lines = comment
    .replace(/^\*/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''));
  const [text = '', ...tags] = lines.join('\n').split(/(?:^|\s)(?=@(?:default|example)\b)/);
  const valuesOf = (tag: string) =>
    tags.filter((written) => written.startsWith(`@${tag}`)).map((written) => written.slice(tag.length + 1).trim());
  return { text: text.trim(), defaultValue: valuesOf('default')[0] ?? null, examples: valuesOf('example') };
}

export const noDocumentation: Documentation = { text: '', defaultValue: null, examples: [] };

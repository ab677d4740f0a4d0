import type { ReferenceEntry } from './reference.js';

/** What can be said of a type by whose it is; `{}` stands for that name. */
const KIN = [
  [/^(.+)Props$/, 'Properties of `{}`.'],
  [/^(.+)Options$/, 'Options of `{}`.'],
  [/^(.+)Labels$/, 'What `{}` says, in words of your own. Each is optional.'],
  [/^(.+)Result$/, 'What `{}` returns.'],
] as const;

/** Entries of which those without a doc comment say whose they are: `PlayButtonProps` needs no sentence of its own. */
export function withKinText(entries: readonly ReferenceEntry[]): ReferenceEntry[] {
  const names = new Map(entries.filter(({ kind }) => kind !== 'type').map(({ name }) => [name.toLowerCase(), name]));
  return entries.map((entry) => {
    const { name, kind, documentation } = entry;
    if (documentation.text || kind !== 'type') return entry;
    for (const [pattern, says] of KIN) {
      const own = pattern.exec(name)?.[1]?.toLowerCase();
      const owner = own && (names.get(own) ?? names.get(`create${own}`));
      if (owner) return { ...entry, documentation: { ...documentation, text: says.replace('{}', owner) } };
    }
    return entry;
  });
}

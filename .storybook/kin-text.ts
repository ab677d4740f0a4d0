import type { ReferenceEntry } from './reference.js';

/** What can be said of a type by whose it is; `{}` stands for that name. */
const KIN = [
  [/^(.+)Props$/, 'Properties of `{}`.'],
  [/^(.+)Options$/, 'Options of `{}`.'],
  [/^(.+)Labels$/, 'What `{}` says, in words of your own. Each is optional.'],
  [/^(.+)Result$/, 'What `{}` returns.'],
] as const;

/** What properties mean that mean the same wherever they are. */
const USUAL = {
  speech: 'What is spoken: of `useSpeech` or `createSpeech`.',
  labels: 'Words of your own.',
  className: 'Added to its own.',
  style: 'Of the element that it renders.',
};

/** Properties of which those without a doc comment say what is meant by them elsewhere. */
function withMeanings(
  properties: ReferenceEntry['properties'],
  meanings: ReadonlyMap<string, string>,
): ReferenceEntry['properties'] {
  return properties.map((property) => {
    const text = property.documentation.text || meanings.get(property.name);
    return text ? { ...property, documentation: { ...property.documentation, text } } : property;
  });
}

/** Entries of which those without a doc comment say whose they are: `PlayButtonProps` needs no sentence of its own. */
export function withKinText(entries: readonly ReferenceEntry[]): ReferenceEntry[] {
  const names = new Map(entries.filter(({ kind }) => kind !== 'type').map(({ name }) => [name.toLowerCase(), name]));
  const textOf = (entry: ReferenceEntry): string | null => {
    const made = entry.name.replace(/^create/, '');
    if (entry.kind === 'function' && made !== entry.name) {
      const is = entries.find(({ name }) => name === made)?.documentation.text;
      return is ? `Creates a \`${made}\`: ${is.charAt(0).toLowerCase()}${is.slice(1)}` : null;
    }
    if (entry.kind !== 'type') return null;
    for (const [pattern, says] of KIN) {
      const own = pattern.exec(entry.name)?.[1]?.toLowerCase();
      const owner = own && (names.get(own) ?? names.get(`create${own}`));
      if (owner) return says.replace('{}', owner);
    }
    return null;
  };
  const usual = new Map(Object.entries(USUAL));
  // A field of an error is what the error is made with.
  const fields = entries.filter(({ name }) => name.endsWith('ErrorFields')).flatMap(({ properties }) => properties);
  const ofErrors = new Map(fields.map(({ name, documentation }) => [name, documentation.text]));
  return entries.map((entry) => {
    const text = entry.documentation.text || textOf(entry);
    const known = { ...entry, properties: withMeanings(entry.properties, entry.kind === 'class' ? ofErrors : usual) };
    return text ? { ...known, documentation: { ...entry.documentation, text } } : known;
  });
}

import type { ReferenceEntry, ReferencePart } from '../../.storybook/reference.js';

/** The types that are a name's own, properties of a component, options and result of a hook or a function, and what they are made of. */
export function partsOf(entry: ReferenceEntry, byName: ReadonlyMap<string, ReferenceEntry>): ReferencePart[] {
  const { name, kind } = entry;
  if (kind === 'type') return entry.inner.slice();
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  const made = name.replace(/^create/, '');
  const names = [`${name}Props`, `${capital}Options`, `${made}Options`, `${capital}Result`];
  const parts = [...new Set(names)].flatMap((part) => {
    const found = byName.get(part);
    return found ? [found, ...followed(found, byName)] : [];
  });
  return [...new Map(parts.map((part) => [part.name, part])).values()].filter(
    ({ properties, extended }) => properties.length + extended.length > 0,
  );
}

/** What a type is made of; of an alias also what it only gives another name, down to what has properties. */
function followed(
  type: ReferenceEntry,
  byName: ReadonlyMap<string, ReferenceEntry>,
  seen = new Set<string>(),
): ReferencePart[] {
  if (seen.has(type.name)) return [];
  seen.add(type.name);
  if (type.properties.length > 0) return [...type.inner];
  const named = type.signatures.join(' ').match(/\b\w+\b/g) ?? [];
  const aliased = named.flatMap((name) => (name === type.name ? [] : (byName.get(name) ?? [])));
  return [...type.inner, ...aliased.flatMap((entry) => [entry, ...followed(entry, byName, seen)])];
}

import type { ReferenceEntry } from './reference.js';

/** More would be a list of everything. */
const MOST = 12;

/** Entries that know their kin: names that each is written with, and those that are written with it. */
export function withRelated(entries: readonly ReferenceEntry[]): ReferenceEntry[] {
  const names = new Set(entries.map(({ name }) => name));
  const mentioned = new Map(entries.map((entry) => [entry.name, namesOf(entry).filter((name) => names.has(name))]));
  return entries.map((entry) => {
    const { name } = entry;
    const users = entries.filter((other) => mentioned.get(other.name)?.includes(name)).map((other) => other.name);
    const kin = entries.filter((other) => stemOf(other.name) === stemOf(name)).map((other) => other.name);
    const related = new Set([...kin, ...(mentioned.get(name) ?? []), ...users]);
    related.delete(name);
    return { ...entry, related: [...related].slice(0, MOST) };
  });
}

/** `PlayButton`, `usePlayButton` and `PlayButtonProps` are of one kin. */
const stemOf = (name: string): string =>
  name
    .replace(/^(use|create|bind|take|to)(?=[A-Z])/, '')
    .replace(/(Props|Labels|Options|Result|Snapshot|State|Fields)$/, '');

function namesOf({ signatures, extended, properties, documentation }: ReferenceEntry): string[] {
  const written = [...signatures, ...extended, ...properties.map(({ type }) => type)].join(' ');
  const quoted = documentation.text.match(/`[^`]*`/g) ?? [];
  return [...quoted, written].join(' ').match(/\b\w+\b/g) ?? [];
}

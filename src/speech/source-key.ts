import type { SpeechSource } from './speech-source.js';

/** Bytes, and text that is still coming, have no content that can be compared at once: each object stands for itself. */
const names = new WeakMap<object, string>();
let named = 0;

function nameOf(object: object): string {
  let name = names.get(object);
  if (!name) {
    name = `#${++named}`;
    names.set(object, name);
  }
  return name;
}

/** A text that is equal for equal sources and for no others. Missing and undefined are the same, and so is any order of fields. */
export function sourceKey(source: SpeechSource): string {
  return JSON.stringify(source, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (isBytes(value)) return nameOf(value);
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Whether two sources ask for the same speech: by content, since apps write them inline at every render. */
export function sameSource(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || isBytes(a) || isBytes(b))
    return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    left.length === right.size && left.every(([name, value]) => right.has(name) && sameSource(value, right.get(name)))
  );
}

const isBytes = (value: object): boolean =>
  value instanceof Blob ||
  value instanceof ArrayBuffer ||
  ArrayBuffer.isView(value) ||
  Symbol.asyncIterator in value ||
  (typeof ReadableStream !== 'undefined' && value instanceof ReadableStream);

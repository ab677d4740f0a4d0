/**
 * When each character sounds, as the API sends it: three arrays of one length, seconds from the start of the request.
 * An element is one Unicode code point as a rule; guard for several (measured on public recordings).
 */
export interface WireAlignment {
  characters: string[];
  character_start_times_seconds: number[];
  character_end_times_seconds: number[];
}

/** The same in camelCase, as the official SDK and this library hand it on. */
export interface Alignment {
  readonly characters: readonly string[];
  readonly characterStartTimesSeconds: readonly number[];
  readonly characterEndTimesSeconds: readonly number[];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => list(value).map((item) => (typeof item === 'string' ? item : ''));
const numbers = (value: unknown): number[] => list(value).map((item) => (typeof item === 'number' ? item : Number.NaN));

/**
 * Reads an alignment in the wire's or the SDK's spelling, or returns null where there is none.
 * Data is never trusted: what is not a string becomes '', what is not a number NaN, for the timeline to mend.
 */
export function readAlignment(value: unknown): Alignment | null {
  if (typeof value !== 'object' || value === null || !('characters' in value)) return null;
  const fields: Record<string, unknown> = { ...value };
  return {
    characters: texts(fields.characters),
    characterStartTimesSeconds: numbers(fields.character_start_times_seconds ?? fields.characterStartTimesSeconds),
    characterEndTimesSeconds: numbers(fields.character_end_times_seconds ?? fields.characterEndTimesSeconds),
  };
}

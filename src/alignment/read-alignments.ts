import { type Alignment, readAlignment, type WireAlignment } from '../wire/alignment.js';
import type { GivenAlignment } from './spread-words.js';

/** An alignment in the wire's snake_case or the SDK's camelCase, or none. */
export type AnyAlignment = WireAlignment | Alignment | null | undefined;

/** An answer that holds alignments, in either spelling. */
export type AnyAlignments =
  | { alignment?: AnyAlignment; normalizedAlignment?: AnyAlignment }
  | { alignment?: AnyAlignment; normalized_alignment?: AnyAlignment };

export interface ReadTimes {
  /** Of the text that was sent. */
  readonly alignment: GivenAlignment | null;
  /** Of the text as the model says it. */
  readonly normalized: GivenAlignment | null;
  /** The text that was sent, where the source says it. */
  readonly text?: string;
}

/** Reads an alignment or an answer that holds some; `readOne` reads one of its forms. What is neither has no times. */
export function readAlignments(
  source: unknown,
  readOne: (value: unknown) => Alignment | null = readAlignment,
): ReadTimes {
  const direct = readOne(source);
  if (direct || typeof source !== 'object' || source === null) return { alignment: direct, normalized: null };
  const fields: Record<string, unknown> = { ...source };
  return {
    alignment: readOne(fields.alignment),
    normalized: readOne(fields.normalized_alignment ?? fields.normalizedAlignment),
  };
}

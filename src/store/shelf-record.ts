import { isKeptTimes } from './kept-times.js';
import type { KeptSpeech, KeptTimes } from './shelf.js';

/** A kept speech as it lies in the database. */
export interface ShelfRecord extends KeptSpeech {
  /** In full: it lies under a hash, which others may share. */
  readonly key: string;
  /** Bytes of the sound, which tell whether all of it is there. */
  readonly length: number;
}

/** What a database holds under the hash of a key: that speech, `other` where it is another's, or `broken`. */
export function readRecord(value: unknown, key: string): KeptSpeech | 'other' | 'broken' {
  if (typeof value !== 'object' || value === null) return 'broken';
  const record: Partial<Record<keyof ShelfRecord, unknown>> = value;
  if (typeof record.key === 'string' && record.key !== key) return 'other';
  const { outputFormat, text, requestId, characterCost, audio, length, seconds, alignment, normalizedAlignment } =
    record;
  const isWhole =
    record.key === key &&
    typeof outputFormat === 'string' &&
    (text === undefined || typeof text === 'string') &&
    (requestId === null || typeof requestId === 'string') &&
    (characterCost === null || typeof characterCost === 'number') &&
    audio instanceof Blob &&
    audio.size === length &&
    (seconds === undefined || (typeof seconds === 'number' && seconds >= 0)) &&
    (alignment === null || isKeptTimes(alignment)) &&
    (normalizedAlignment === null || isKeptTimes(normalizedAlignment));
  if (!isWhole) return 'broken';
  return { outputFormat, text, requestId, characterCost, audio, seconds, alignment, normalizedAlignment };
}

/** About how many bytes a speech takes on the disk. */
export function recordBytes(key: string, { audio, text = '', alignment, normalizedAlignment }: KeptSpeech): number {
  return audio.size + 2 * (key.length + text.length) + timesBytes(alignment) + timesBytes(normalizedAlignment);
}

function timesBytes(times: KeptTimes | null): number {
  if (!times) return 0;
  const { text, ends, startTimes, endTimes } = times;
  return 2 * text.length + ends.byteLength + startTimes.byteLength + endTimes.byteLength;
}

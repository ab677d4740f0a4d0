import { type Alignment, readAlignment } from '../wire/alignment.js';
import { type AnyAlignment, type AnyAlignments, type ReadTimes, readAlignments } from './read-alignments.js';
import { readCues } from './read-cues.js';
import { readWebSocketAlignment, type WebSocketAlignment } from './read-websocket.js';
import { isWord, readWords, type TimedTranscript, type TimedWord } from './read-words.js';
import type { GivenAlignment } from './spread-words.js';

type AnyMessage =
  | WebSocketAlignment
  | { alignment?: WebSocketAlignment | null; normalizedAlignment?: WebSocketAlignment | null };

/** Whatever tells when a text sounds: alignments, messages one after another, words, a transcript, or WebVTT as text. */
export type TimeSource =
  | AnyAlignment
  | AnyAlignments
  | AnyMessage
  | readonly (AnyAlignment | AnyAlignments | AnyMessage)[]
  | readonly TimedWord[]
  | TimedTranscript
  | string;

const NOTHING: ReadTimes = { alignment: null, normalized: null };

/** Reads times in any form. Never throws: what is none of them has no times. */
export function readTimes(source: unknown): ReadTimes {
  if (typeof source === 'string') return { alignment: readCues(source), normalized: null };
  if (Array.isArray(source)) return readList(source);
  if (typeof source !== 'object' || source === null) return NOTHING;
  const read = readAlignments(source, readOne);
  if (read.alignment || read.normalized) return read;
  const fields: Record<string, unknown> = { ...source };
  if (Array.isArray(fields.words) && fields.words.length > 0) return readList(fields.words);
  return Array.isArray(fields.segments) ? readSegments(fields.segments) : NOTHING;
}

const readOne = (value: unknown): Alignment | null => readAlignment(value) ?? readWebSocketAlignment(value);

function readList(list: readonly unknown[]): ReadTimes {
  if (list.some(isWord)) return { alignment: readWords(list), normalized: null };
  const parts = list.map((item) => readTimes(item));
  return {
    alignment: joined(parts.map(({ alignment }) => alignment)),
    normalized: joined(parts.map(({ normalized }) => normalized)),
  };
}

/** Words of segments where all have them, else the segments as stretches that only begin and end. */
function readSegments(segments: readonly unknown[]): ReadTimes {
  const words = segments.map((segment) =>
    typeof segment === 'object' && segment !== null && 'words' in segment && Array.isArray(segment.words)
      ? segment.words
      : [],
  );
  if (words.length > 0 && words.every((list) => list.some(isWord))) return readList(words.flat());
  return segments.some(isWord) ? { alignment: readWords(segments, true), normalized: null } : NOTHING;
}

function joined(parts: readonly (GivenAlignment | null)[]): GivenAlignment | null {
  const some = parts.filter((part) => part !== null);
  if (some.length === 0) return null;
  return {
    characters: some.flatMap(({ characters }) => characters),
    characterStartTimesSeconds: some.flatMap((part) => evenly(part.characterStartTimesSeconds, part)),
    characterEndTimesSeconds: some.flatMap((part) => evenly(part.characterEndTimesSeconds, part)),
    isSpread: some.some(({ isSpread }) => isSpread),
  };
}

/** Exactly a time for each character: what a message leaves out must not move the times of the next. */
const evenly = (times: readonly number[], { characters }: Alignment): number[] =>
  characters.map((_, i) => times[i] ?? Number.NaN);

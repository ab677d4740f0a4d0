import { type Alignment, readAlignment } from '../wire/alignment.js';
import { joinMessages } from './join-messages.js';
import { type AnyAlignment, type AnyAlignments, type ReadTimes, readAlignments } from './read-alignments.js';
import { readCues } from './read-cues.js';
import { givenAlignment, isTimelineJSON } from './read-timeline-json.js';
import { readWebSocketAlignment, type WebSocketAlignment } from './read-websocket.js';
import { isWord, readWords, type TimedTranscript, type TimedWord } from './read-words.js';
import type { TimelineJSON } from './timeline-json.js';

type AnyMessage =
  | WebSocketAlignment
  | { alignment?: WebSocketAlignment | null; normalizedAlignment?: WebSocketAlignment | null };

/** Whatever tells when a text sounds: alignments, messages one after another, words, a transcript, WebVTT as text, or a timeline's JSON. */
export type TimeSource =
  | AnyAlignment
  | AnyAlignments
  | AnyMessage
  | readonly (AnyAlignment | AnyAlignments | AnyMessage)[]
  | readonly TimedWord[]
  | TimedTranscript
  | TimelineJSON
  | string;

const NOTHING: ReadTimes = { alignment: null, normalized: null };

/** Reads times in any form. Never throws: what is none of them has no times. */
export function readTimes(source: unknown): ReadTimes {
  return Array.isArray(source) ? readList(source) : readOne(source);
}

function readOne(source: unknown): ReadTimes {
  if (typeof source === 'string') return { alignment: readCues(source), normalized: null };
  if (typeof source !== 'object' || source === null) return NOTHING;
  if (isTimelineJSON(source)) return { alignment: givenAlignment(source), normalized: null, text: source.text };
  const read = readMessage(source);
  if (read.alignment || read.normalized) return read;
  const fields: Record<string, unknown> = { ...source };
  if (Array.isArray(fields.words) && fields.words.length > 0) return readList(fields.words);
  return Array.isArray(fields.segments) ? readSegments(fields.segments) : NOTHING;
}

const readMessage = (source: unknown): ReadTimes => readAlignments(source, readEither);
const readEither = (value: unknown): Alignment | null => readAlignment(value) ?? readWebSocketAlignment(value);

/** Words, or messages. Lists within lists are neither. */
function readList(list: readonly unknown[]): ReadTimes {
  if (list.some(isWord)) return { alignment: readWords(list), normalized: null };
  const parts = list.map(readMessage);
  return {
    alignment: joinMessages(parts.map(({ alignment }) => alignment)),
    normalized: joinMessages(parts.map(({ normalized }) => normalized)),
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
  return segments.some(isWord) ? { alignment: readWords(segments), normalized: null } : NOTHING;
}

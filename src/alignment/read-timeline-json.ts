import { readAlignment } from '../wire/alignment.js';
import { knownDuration, SLACK } from './known-duration.js';
import type { GivenAlignment } from './spread-words.js';
import { createTimeColumns } from './time-columns.js';
import { isTimeReason, type TimeQuality } from './time-quality.js';
import type { Times } from './time-track.js';
import type { TimelineJSON } from './timeline-json.js';

/** Whether a value says that it is a timeline's JSON. */
export function isTimelineJSON(value: unknown): value is TimelineJSON {
  return (
    typeof value === 'object' &&
    value !== null &&
    'timeline' in value &&
    value.timeline === 1 &&
    'text' in value &&
    typeof value.text === 'string' &&
    'alignment' in value
  );
}

/**
 * The times of a timeline's JSON as they were, or null where somebody changed them into what no timeline has, or took away what
 * was said of them: then they are judged anew, by what they are.
 */
export function readTimelineTimes(json: TimelineJSON): Times | null {
  const alignment = readAlignment(json.alignment);
  const quality = readQuality(json.quality);
  if (!alignment || !quality) return null;
  const columns = createTimeColumns();
  for (const [i, character] of alignment.characters.entries()) {
    const start = alignment.characterStartTimesSeconds[i] ?? Number.NaN;
    const end = alignment.characterEndTimesSeconds[i] ?? Number.NaN;
    const before = columns.starts[columns.count - 1] ?? 0;
    const follows = start >= (columns.count > 0 ? before : 0) && end >= start && end < Infinity;
    if (!follows || !character || !json.text.startsWith(character, columns.knownUntil)) return null;
    columns.push(character.length, start, end);
  }
  if (columns.endTime - (knownDuration(json.duration) ?? Infinity) > SLACK) return null;
  return Object.assign(columns, { text: json.text, limit: Infinity, quality });
}

/** The times of a timeline's JSON for another text or sound. What was guessed stays a guess. */
export function givenAlignment(json: TimelineJSON): GivenAlignment | null {
  const alignment = readAlignment(json.alignment);
  const quality = readQuality(json.quality);
  if (!alignment || !quality) return alignment;
  return { ...alignment, quality, guessed: alignment.characters.map(() => quality.level === 'estimated') };
}

const LEVELS: readonly unknown[] = ['exact', 'repaired', 'estimated', 'none'] satisfies TimeQuality['level'][];

function readQuality(quality: unknown): TimeQuality | null {
  const isQuality = (value: unknown): value is TimeQuality =>
    typeof value === 'object' &&
    value !== null &&
    'level' in value &&
    LEVELS.includes(value.level) &&
    'reasons' in value &&
    Array.isArray(value.reasons);
  if (!isQuality(quality)) return null;
  const reasons = quality.reasons.filter(isTimeReason);
  return { level: quality.level === 'exact' && reasons.length > 0 ? 'repaired' : quality.level, reasons };
}

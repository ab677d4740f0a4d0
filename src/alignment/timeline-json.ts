import { type Alignment, readAlignment } from '../wire/alignment.js';
import { knownDuration, SLACK } from './known-duration.js';
import type { GivenAlignment } from './spread-words.js';
import type { TextSpans } from './text-spans.js';
import type { TextTimes } from './text-times.js';
import { createTimeColumns } from './time-columns.js';
import { isTimeReason, type TimeQuality } from './time-quality.js';
import type { Times } from './time-track.js';

/** A timeline as JSON, with all that is needed to make it again: its version, the text that was sent, and when it sounds. */
export interface TimelineJSON {
  readonly timeline: 1;
  readonly text: string;
  readonly locale?: string | undefined;
  readonly audioTags?: 'show' | 'hide' | undefined;
  readonly ssmlTags?: 'show' | 'hide' | undefined;
  /** Seconds. */
  readonly duration: number | null;
  readonly quality: TimeQuality;
  readonly alignment: Alignment;
}

export function timelineJSON(
  { sourceText, locale, show }: TextSpans,
  times: TextTimes,
  duration: number | null,
): TimelineJSON {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let offset = 0; offset < times.knownUntil; offset = times.elementEnd(offset)) {
    characters.push(sourceText.slice(offset, times.elementEnd(offset)));
    starts.push(times.startAt(offset) ?? 0);
    ends.push(times.endAt(offset) ?? 0);
  }
  return {
    timeline: 1,
    text: sourceText,
    ...(locale !== undefined && { locale }),
    ...(show.audioTags && { audioTags: show.audioTags }),
    ...(show.ssmlTags && { ssmlTags: show.ssmlTags }),
    duration,
    quality: times.quality,
    alignment: { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: ends },
  };
}

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

import { findAudioTags, findSsmlTags, isWithin } from './find-tags.js';
import { hasLetter } from './has-letter.js';
import type { PlacedStretch } from './lay-blocks.js';
import { spokenWeight, spreadTimes } from './spoken-weight.js';
import type { TimeReason } from './time-quality.js';

/** A rest of the text that had to be said in less than this share of its time was not said. */
const LEAST_ROOM = 0.25;

export interface SettledRest {
  readonly reason: TimeReason;
  /** Times for the rest, as far as the sound leaves room for it. */
  readonly stretches: readonly PlacedStretch[];
}

/**
 * Looks at what of a text has no times when no more will come: spread over the sound that is left, if it fits in there.
 * Null where nothing is left but white space. Times and `duration` in seconds.
 */
export function settleRest(
  text: string,
  knownUntil: number,
  endTime: number,
  duration: number | undefined,
): SettledRest | null {
  const rest = text.slice(knownUntil).trimEnd();
  if (rest === '') return null;
  if (isOnlyTags(text, knownUntil)) {
    const end = Math.max(endTime, duration ?? endTime);
    return { reason: 'tags-left-out', stretches: [{ length: rest.length, start: endTime, end, guessed: false }] };
  }
  if (knownUntil > 0 && !hasLetter(rest)) {
    return {
      reason: 'text-differs',
      stretches: [{ length: rest.length, start: endTime, end: endTime, guessed: true }],
    };
  }
  const reason = knownUntil > 0 ? 'ends-before-the-text' : 'no-times';
  const room = (duration ?? 0) - endTime;
  const before = spokenWeight(text.slice(0, knownUntil));
  const needed = before > 0 ? (spokenWeight(rest) / before) * endTime : 0;
  if (room <= 0 || room < LEAST_ROOM * needed) return { reason, stretches: [] };
  const characters = Array.from(rest);
  const borders = spreadTimes(characters, endTime, endTime + room);
  return {
    reason,
    stretches: characters.map((character, i) => ({
      length: character.length,
      start: borders[i] ?? endTime,
      end: Math.min(duration ?? 0, borders[i + 1] ?? endTime),
      guessed: true,
    })),
  };
}

function isOnlyTags(text: string, from: number): boolean {
  const tags = [findAudioTags(text), findSsmlTags(text)];
  for (let offset = from; offset < text.length; offset++) {
    if (/\S/.test(text[offset] ?? '') && !tags.some((spans) => isWithin(spans, offset))) return false;
  }
  return true;
}

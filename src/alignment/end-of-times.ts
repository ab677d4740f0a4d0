import { SLACK } from './known-duration.js';
import type { PlacedStretch } from './lay-blocks.js';
import type { QualityLog } from './quality-log.js';
import { settleRest } from './settle-rest.js';
import type { TimeColumns } from './time-columns.js';

/** Seconds of sound behind the last character that are no silence any more: up to 0.5 is normal. */
const LONG_TAIL = 1;

/**
 * Settles what is left of a text when no more times will come, and compares the times with the sound (`duration` in seconds).
 * Returns the time that none of them passes.
 */
export function endTimes(
  text: string,
  columns: TimeColumns,
  log: QualityLog,
  duration: number | undefined,
  place: (stretch: PlacedStretch) => void,
): number {
  const rest = settleRest(text, columns.knownUntil, columns.endTime, duration);
  if (rest) log.report(rest.reason);
  for (const stretch of rest?.stretches ?? []) place(stretch);
  // White space at the end has no sound, so nothing is lacking where it has no time.
  log.lack(Math.max(0, text.trimEnd().length - columns.knownUntil));
  if (duration === undefined || columns.count === 0) return Infinity;
  if (duration - columns.endTime > LONG_TAIL && !rest) log.report('ends-before-the-sound');
  if (columns.endTime - duration <= SLACK) return Infinity;
  log.report('ends-after-the-sound');
  return duration;
}

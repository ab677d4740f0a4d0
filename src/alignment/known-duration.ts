/** Seconds that no recording lasts: 100 hours. A time or a duration beyond is no number that anybody measured. */
export const LONGEST_SOUND = 360_000;
/** Seconds that an MP3 without an Info header may differ from its alignment: encoder delay and padding. */
export const SLACK = 0.1;

/** A duration in seconds, or undefined where it is none: media that is not loaded yet has NaN, a live stream one without end. */
export function knownDuration(duration: number | null | undefined): number | undefined {
  return typeof duration === 'number' && duration >= 0 && duration <= LONGEST_SOUND ? duration : undefined;
}

/**
 * The duration of sound and times together: sound and alignment agree within a few hundredths of a second, so it is the longer
 * of the two, and no time lies behind it. Times that go on much longer end with the sound. Null where neither is known.
 */
export function wholeDuration(count: number, endTime: number, duration: number | null | undefined): number | null {
  const known = knownDuration(duration);
  if (known === undefined) return count > 0 ? endTime : null;
  return endTime - known > SLACK ? known : Math.max(known, endTime);
}

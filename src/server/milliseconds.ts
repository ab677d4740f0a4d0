/** The longest that a timer can be set for, some 24 days; beyond it one fires at once. */
const LONGEST = 2 ** 31 - 1;

/** Seconds for a timer: `Infinity` is as long as there is. */
export function milliseconds(seconds: number): number {
  return Math.min(seconds * 1000, LONGEST);
}

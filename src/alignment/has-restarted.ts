/** A message of its own begins here or a little later, in seconds. */
const BEGINNING = 0.3;
/** Times in a row that say so: fewer may be wrong by accident. */
const ENOUGH = 4;

/**
 * Whether times count from their own start, as those of messages do: they fall to the beginning and rise again from there, all
 * below the last start. `starts` are with `shift` seconds added.
 */
export function hasRestarted(starts: readonly number[], shift: number, lastStart: number): boolean {
  const some = starts.slice(0, ENOUGH);
  const [first = Number.NaN] = some;
  const begins = first - shift >= 0 && first - shift <= BEGINNING;
  const isLow = some.every((start, i) => start < lastStart && start >= (some[i - 1] ?? first));
  return some.length > 2 && begins && isLow && (some.at(-1) ?? first) > first;
}

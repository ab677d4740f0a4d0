/**
 * Indices of the most times that rise (or stay) one after another and are not below `least`: those that can be trusted
 * where some leap or fall. Quadratic unless all rise: for a few times only.
 */
export function risingTimes(times: readonly number[], least: number): number[] {
  if (times.every((time, i) => time >= (times[i - 1] ?? least) && time < Infinity)) return times.map((_, i) => i);
  const lengths: number[] = [];
  const before: number[] = [];
  let last = -1;
  for (const [i, time] of times.entries()) {
    lengths[i] = time >= least && time < Infinity ? 1 : 0;
    before[i] = -1;
    if (lengths[i] === 0) continue;
    for (let j = 0; j < i; j++) {
      const length = (lengths[j] ?? 0) + 1;
      if (length === 1 || (times[j] ?? 0) > time || length <= (lengths[i] ?? 0)) continue;
      lengths[i] = length;
      before[i] = j;
    }
    if (last < 0 || (lengths[i] ?? 0) > (lengths[last] ?? 0)) last = i;
  }
  const rising: number[] = [];
  for (let i = last; i >= 0; i = before[i] ?? -1) rising.unshift(i);
  return rising;
}

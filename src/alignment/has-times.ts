import type { Alignment } from '../wire/alignment.js';

/** Whether an alignment says of any of its characters when it starts. */
export const hasTimes = (alignment: Alignment | null | undefined): boolean =>
  alignment?.characterStartTimesSeconds.some((start) => start >= 0 && start < Infinity) ?? false;

/** Which letter of one text is which of another. */
export interface LetterMatch {
  /** The letter of the second text that a letter of the first is, or -1. */
  forth(letter: number): number;
  back(letter: number): number;
}

/** Letters in a row that are surely the same place again behind a difference. */
const ANCHOR = 24;
const STEP = ANCHOR / 2;
/** How far behind a difference that place is looked for, in letters. */
const REACH = 20_000;

/**
 * Lays two texts over each other, from the first letter to the last, so that a repeated sentence is never taken for its first
 * copy. Where they differ, letters of one are none of the other's.
 */
export function matchLetters(ours: string, theirs: string): LetterMatch {
  if (ours === theirs) {
    const same = (letter: number): number => (letter >= 0 && letter < ours.length ? letter : -1);
    return { forth: same, back: same };
  }
  const forth = new Int32Array(ours.length).fill(-1);
  const back = new Int32Array(theirs.length).fill(-1);
  const most = Math.min(ours.length, theirs.length);
  let tail = 0;
  let [i, j] = [0, 0];
  const pair = (our: number, their: number): void => {
    forth[our] = their;
    back[their] = our;
  };
  while (i < most && ours[i] === theirs[j]) pair(i++, j++);
  while (tail < most - i && ours[ours.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail++;
  for (let step = 1; step <= tail; step++) pair(ours.length - step, theirs.length - step);

  const [ourEnd, theirEnd] = [ours.length - tail, theirs.length - tail];
  while (i < ourEnd && j < theirEnd) {
    if (ours[i] === theirs[j]) {
      pair(i++, j++);
      continue;
    }
    const next = sameAgain(ours.slice(i, ourEnd), theirs.slice(j, theirEnd));
    if (!next) break;
    i += next.ours;
    j += next.theirs;
  }
  return { forth: (letter) => forth[letter] ?? -1, back: (letter) => back[letter] ?? -1 };
}

/** The nearest place from which on two texts that begin differently are the same. */
function sameAgain(ours: string, theirs: string): { ours: number; theirs: number } | null {
  const near = theirs.slice(0, REACH + ANCHOR);
  let best: { ours: number; theirs: number } | null = null;
  let least = 2 * REACH;
  for (let from = 0; from < Math.min(ours.length, REACH, least); from += STEP) {
    const anchor = ours.slice(from, from + ANCHOR);
    if (anchor.length < STEP) break;
    const found = near.indexOf(anchor);
    if (found < 0 || from + found >= least) continue;
    let back = 0;
    while (back < from && back < found && ours[from - back - 1] === near[found - back - 1]) back++;
    best = { ours: from - back, theirs: found - back };
    least = from + found;
  }
  return best;
}

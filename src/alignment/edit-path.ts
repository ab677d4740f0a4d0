import { foldCharacter } from './fold-character.js';

/** Two stretches of characters that lie over each other: the same on both sides, or what stands in place of what. */
export interface PathBlock {
  /** Characters of the text. */
  readonly ours: number;
  /** Characters of the alignment. */
  readonly theirs: number;
  readonly same: boolean;
}

/** Costs of an edit: a letter in another case or style is nearly the same. */
const STYLE = 1;
const REPLACE = 4;
const LEAVE_OUT = 3;

const ONWARD: PathBlock = { ours: 1, theirs: 1, same: true };
const SKIP_OURS: PathBlock = { ours: 1, theirs: 0, same: false };
const SKIP_THEIRS: PathBlock = { ours: 0, theirs: 1, same: false };
const STEPS = [ONWARD, SKIP_OURS, SKIP_THEIRS];

/**
 * The cheapest way to turn a stretch of the text into one of the alignment. Leaving out what is `free` (tags) costs nothing.
 * Where `open`, either stretch may go on, so only what the shorter one covers is told.
 * Takes time and memory as the product of the lengths: for stretches of some hundred characters.
 */
export function editPath(
  ours: readonly string[],
  theirs: readonly string[],
  free: (index: number) => boolean,
  open: boolean,
): PathBlock[] {
  const width = theirs.length + 1;
  const costs = new Int32Array((ours.length + 1) * width);
  const leaveOut = ours.map((_, i) => (free(i) ? 0 : LEAVE_OUT));
  const left = ours.map(foldCharacter);
  const right = theirs.map(foldCharacter);
  const cost = (i: number, j: number): number => costs[i * width + j] ?? 0;
  const over = (i: number, j: number): number => (ours[i] === theirs[j] ? 0 : left[i] === right[j] ? STYLE : REPLACE);

  const priceOf = (i: number, j: number, a: number, b: number): number => {
    if (a > 0 && b > 0) return over(i - 1, j - 1);
    return a > 0 ? (leaveOut[i - 1] ?? LEAVE_OUT) : LEAVE_OUT;
  };

  for (let j = 1; j < width; j++) costs[j] = j * LEAVE_OUT;
  for (let i = 1; i <= ours.length; i++) {
    costs[i * width] = cost(i - 1, 0) + (leaveOut[i - 1] ?? LEAVE_OUT);
    for (let j = 1; j < width; j++) {
      const onward = cost(i - 1, j - 1) + over(i - 1, j - 1);
      const skipped = cost(i - 1, j) + (leaveOut[i - 1] ?? LEAVE_OUT);
      costs[i * width + j] = Math.min(onward, skipped, cost(i, j - 1) + LEAVE_OUT);
    }
  }

  const steps: PathBlock[] = [];
  let [i, j] = open ? cheapestEnd(cost, ours.length, theirs.length) : [ours.length, theirs.length];
  let last: PathBlock | undefined;
  while (i > 0 || j > 0) {
    const here = cost(i, j);
    const fits = ({ ours, theirs }: PathBlock): boolean =>
      i >= ours && j >= theirs && here === cost(i - ours, j - theirs) + priceOf(i, j, ours, theirs);
    // Of equally cheap ways the one that goes on as before: what differs stays in one piece.
    const step: PathBlock = last && fits(last) ? last : (STEPS.find(fits) ?? SKIP_THEIRS);
    i -= step.ours;
    j -= step.theirs;
    steps.push(step === ONWARD ? { ...step, same: over(i, j) < REPLACE } : step);
    last = step;
  }
  return joined(steps.reverse());
}

/** Where one stretch is used up at the least cost, as far on as that goes. */
function cheapestEnd(cost: (i: number, j: number) => number, ours: number, theirs: number): [number, number] {
  let best: [number, number] = [ours, theirs];
  for (let i = ours - 1; i >= 0; i--) if (cost(i, theirs) < cost(...best)) best = [i, theirs];
  for (let j = theirs - 1; j >= 0; j--) if (cost(ours, j) < cost(...best)) best = [ours, j];
  return best;
}

function joined(steps: readonly PathBlock[]): PathBlock[] {
  const blocks: PathBlock[] = [];
  for (const step of steps) {
    const last = blocks.at(-1);
    if (last?.same === step.same)
      blocks[blocks.length - 1] = {
        ours: last.ours + step.ours,
        theirs: last.theirs + step.theirs,
        same: step.same,
      };
    else blocks.push(step);
  }
  return blocks;
}

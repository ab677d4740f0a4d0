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
  const table = costTable(ours, theirs, free);
  const { cost, over } = table;
  const steps: PathBlock[] = [];
  let [i, j] = open ? cheapestEnd(cost, ours.length, theirs.length) : [ours.length, theirs.length];
  let last: PathBlock | undefined;
  while (i > 0 || j > 0) {
    const fits = (step: PathBlock): boolean => table.fits(step, i, j);
    // Of equally cheap ways the one that goes on as before: what differs stays in one piece.
    const step: PathBlock = last && fits(last) ? last : (STEPS.find(fits) ?? SKIP_THEIRS);
    steps.push(step === ONWARD ? { ...step, same: over(i - 1, j - 1) < REPLACE } : step);
    i -= step.ours;
    j -= step.theirs;
    last = step;
  }
  return joined(steps.reverse());
}

interface CostTable {
  /** Of the cheapest way to turn the first `i` of ours into the first `j` of theirs. */
  cost(i: number, j: number): number;
  /** Of putting one in place of the other. */
  over(i: number, j: number): number;
  /** Whether a step is the last one of a cheapest way. */
  fits(step: PathBlock, i: number, j: number): boolean;
}

function costTable(ours: readonly string[], theirs: readonly string[], free: (index: number) => boolean): CostTable {
  const width = theirs.length + 1;
  const costs = new Uint16Array((ours.length + 1) * width);
  const leaveOut = Int32Array.from(ours, (_, i) => (free(i) ? 0 : LEAVE_OUT));
  // Numbers in place of characters: comparing texts in each cell would cost ten times as much.
  const [left, right] = numbered(ours, theirs, (character) => character);
  const [leftFolded, rightFolded] = numbered(ours, theirs, foldCharacter);
  const over = (i: number, j: number): number =>
    left[i] === right[j] ? 0 : leftFolded[i] === rightFolded[j] ? STYLE : REPLACE;
  const cost = (i: number, j: number): number => costs[i * width + j] ?? 0;

  for (let j = 1; j < width; j++) costs[j] = j * LEAVE_OUT;
  for (let i = 1; i <= ours.length; i++) {
    const row = i * width;
    const skip = leaveOut[i - 1] ?? LEAVE_OUT;
    const own = left[i - 1];
    const folded = leftFolded[i - 1];
    let diagonal = costs[row - width] ?? 0;
    let before = diagonal + skip;
    costs[row] = before;
    for (let j = 1; j < width; j++) {
      const style = folded === rightFolded[j - 1] ? STYLE : REPLACE;
      const onward = diagonal + (own === right[j - 1] ? 0 : style);
      diagonal = costs[row - width + j] ?? 0;
      const skipped = diagonal + skip;
      before += LEAVE_OUT;
      if (onward < before) before = onward;
      if (skipped < before) before = skipped;
      costs[row + j] = before;
    }
  }

  const priceOf = ({ ours: a, theirs: b }: PathBlock, i: number, j: number): number => {
    if (a > 0 && b > 0) return over(i - 1, j - 1);
    return a > 0 ? (leaveOut[i - 1] ?? LEAVE_OUT) : LEAVE_OUT;
  };
  const fits = (step: PathBlock, i: number, j: number): boolean =>
    i >= step.ours && j >= step.theirs && cost(i, j) === cost(i - step.ours, j - step.theirs) + priceOf(step, i, j);
  return { cost, over, fits };
}

/** Characters of two lists as numbers, the same where what `keyOf` makes of them is. */
function numbered(
  one: readonly string[],
  other: readonly string[],
  keyOf: (character: string) => string,
): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (character: string): number => {
    const key = keyOf(character);
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    return number;
  };
  return [Int32Array.from(one, numberOf), Int32Array.from(other, numberOf)];
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

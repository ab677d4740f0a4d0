/** What a shelf knows of a speech without touching it. */
export interface ShelfUse {
  readonly hash: string;
  readonly bytes: number;
  /** Greater than that of all that were used before. No clock: those are set back. */
  readonly turn: number;
}

/** Reads what is on the disk, least recently used first. What is no use counts as the oldest, of no size, so it goes first. */
export function readUses(values: readonly unknown[]): ShelfUse[] {
  return values.flatMap((value) => readUse(value) ?? []).sort((a, b) => a.turn - b.turn);
}

function readUse(value: unknown): ShelfUse | null {
  if (typeof value !== 'object' || value === null) return null;
  const { hash, bytes, turn }: Partial<Record<keyof ShelfUse, unknown>> = value;
  if (typeof hash !== 'string') return null;
  const isSound = isCount(bytes) && isCount(turn);
  return isSound ? { hash, bytes, turn } : { hash, bytes: 0, turn: -1 };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Bytes of all. */
export const totalBytes = (uses: readonly ShelfUse[]): number => uses.reduce((sum, { bytes }) => sum + bytes, 0);

/** The turn of what is used next. `uses` as `readUses` orders them. */
export const nextTurn = (uses: readonly ShelfUse[]): number => Math.max(0, (uses.at(-1)?.turn ?? 0) + 1);

/** Those to drop, least recently used first, so that the others fit into `bytes`. `uses` as `readUses` orders them. */
export function dropToFit(uses: readonly ShelfUse[], bytes: number): ShelfUse[] {
  const leaving: ShelfUse[] = [];
  let left = totalBytes(uses);
  for (const use of uses) {
    if (left <= bytes) break;
    left -= use.bytes;
    leaving.push(use);
  }
  return leaving;
}

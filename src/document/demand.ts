import type { Point } from '../audio/program.js';

/** What demand must know of the text around a place, and how it buys. Parts are named by where they begin. */
export interface DemandView {
  /** Seconds of a part, guessed where it was not bought. */
  seconds(part: number): number;
  /** Seconds of a part before a frame of it. */
  secondsBefore(at: Point): number;
  after(part: number): number | 'end' | 'unknown';
  isBought(part: number): boolean;
  /** Asks for a part. False where it cannot be had now: nothing behind it is asked for either. */
  buy(part: number): boolean;
  /** How many are being bought. */
  coming(): number;
}

export interface DemandOptions {
  /** Seconds of sound that may be bought ahead of what is heard. */
  readonly ahead: number;
  /** How many requests may run at once. */
  readonly concurrency: number;
  /** Parts from this one on are not asked for. */
  readonly until: number;
}

/** Seconds ahead below which the next part is bought, however long it is: or the voice would have to wait for it. */
const LEAST = 15;
/** How much longer than was guessed a part may take. */
const GUESSED = 1.25;

/**
 * Buys what is about to be heard from a place on, and no more: the part that is heard, and those behind it that end within the
 * window, or that will be needed before they could come.
 */
export function serveDemand(at: Point, view: DemandView, { ahead, concurrency, until: end }: DemandOptions): void {
  let part: number | 'end' | 'unknown' = at.part;
  let until = -view.secondsBefore(at);
  while (typeof part === 'number' && (part < end || part === at.part)) {
    const seconds = view.seconds(part);
    if (!view.isBought(part)) {
      const isNeeded = part === at.part || until < Math.min(LEAST, ahead);
      if (!isNeeded && until + seconds * GUESSED > ahead) return;
      if (view.coming() >= concurrency && part !== at.part) return;
      if (!view.buy(part)) return;
    }
    until += seconds;
    if (until >= ahead) return;
    part = view.after(part);
  }
}

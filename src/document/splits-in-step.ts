import type { SharedSplits } from '../store/shared-splits.js';
import type { TextCut } from './cut-text.js';

/** The borders that seeks and cut streams made in a text: the same here as in all documents over it. */
export interface SplitsInStep {
  /** Whether those of the others are made here. Nothing may be bought before. */
  readonly ready: boolean;
  /** To be called when there may be new ones here, and when what was bought here is let go of. */
  keep(): void;
  /** Hears of those that others make, from now on. Once is enough. */
  hold(): void;
  /** Hears of them no more. */
  leave(): void;
}

export interface SplitsInStepOptions {
  readonly cut: Pick<TextCut, 'splits'>;
  /** Those that the documents over the text share; asked for again when this one comes back. */
  shared(): SharedSplits;
  /** Makes a border exactly at an offset, if there can be one. False where what it lies in was bought as a whole here: it is asked again later. */
  make(offset: number): boolean;
  /** Others were made here, or it is ready now and was not at first. */
  onChange(): void;
}

export function createSplitsInStep({ cut, shared, make, onChange }: SplitsInStepOptions): SplitsInStep {
  const settled = new Set<number>();
  let ready = false;
  let current: SharedSplits | null = null;
  let leave = (): void => {};
  let isHeld = false;
  let isMade = false;

  function follow(): void {
    if (current) return;
    current = shared();
    leave = current.subscribe(takeOver);
    if (current.ready) takeOver();
  }

  function unfollow(): void {
    leave();
    current = null;
  }

  function takeOver(): void {
    if (!current?.ready) return;
    const isNew = makeAll(current.offsets) || !ready;
    ready = true;
    if (!isHeld) unfollow();
    if (isNew && isMade) onChange();
  }

  /** Whether there is a new one. */
  function makeAll(offsets: Iterable<number>): boolean {
    const count = cut.splits.length;
    for (const offset of offsets) if (!settled.has(offset) && make(offset)) settled.add(offset);
    return cut.splits.length > count;
  }

  function keep(): void {
    if (!ready) return;
    if (current) makeAll(current.offsets);
    const own = cut.splits.filter((offset) => !settled.has(offset));
    if (own.length === 0) return;
    for (const offset of own) settled.add(offset);
    (current ?? shared()).add(own);
  }

  follow();
  isMade = true;
  return {
    get ready() {
      return ready;
    },
    keep,
    hold() {
      isHeld = true;
      follow();
      keep();
    },
    leave() {
      isHeld = false;
      // Until it is ready it must hear of that, whoever reads.
      if (ready) unfollow();
    },
  };
}

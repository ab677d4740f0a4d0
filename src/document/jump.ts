/** Brings a reader to a place of a text, UTF-16 offsets of what was sent, buying nothing on the way there. */
export interface Jump {
  to(place: number): void;
  /** Goes where it was to go, if that can be done by now. */
  arrive(): void;
  cancel(): void;
}

export interface JumpOptions {
  /** Whether anything may be bought yet. */
  isReady(): boolean;
  isBought(place: number): boolean;
  /** Whether the part that holds a place is kept beyond the page: then it is not cut anew, or it would be bought again. */
  readonly isKept: ((place: number) => Promise<boolean>) | undefined;
  /** `isWhole`: the part there stays as it is cut. */
  goTo(place: number, isWhole: boolean): void;
}

/** Milliseconds in which a second jump says that the reader is still looking: who scrubs passes many places. */
const LOOKING = 250;

export function createJump({ isReady, isBought, isKept, goTo }: JumpOptions): Jump {
  let wanted: number | null = null;
  let jumpedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function arrive(): void {
    if (wanted === null || !isReady()) return;
    const place = wanted;
    if (isBought(place) || !isKept) {
      wanted = null;
      goTo(place, isBought(place));
      return;
    }
    isKept(place).then((kept) => {
      if (wanted !== place) return;
      wanted = null;
      goTo(place, kept || isBought(place));
    });
  }

  return {
    to(place) {
      wanted = place;
      clearTimeout(timer);
      const isLooking = Date.now() - jumpedAt < LOOKING;
      jumpedAt = Date.now();
      if (isLooking) timer = setTimeout(arrive, LOOKING);
      else arrive();
    },
    arrive,
    cancel() {
      clearTimeout(timer);
      wanted = null;
    },
  };
}

/** What a press needs of a pointer event. */
export interface PressEvent {
  readonly clientX: number;
  readonly clientY: number;
  readonly timeStamp: number;
  readonly pointerType?: string;
  /** Of a click: 0 where no pointer made it. */
  readonly detail?: number;
}

/** Tells the clicks that mean a place in the text from those that end something else. */
export interface TextPress {
  /** A pointer went down; `hasSelection` tells whether something was selected then. */
  down(event: PressEvent, hasSelection: boolean): void;
  /** The press is over without a click. */
  cancel(): void;
  /** Its text scrolled. `timeStamp` in milliseconds, of the event. */
  scrolled(timeStamp: number): void;
  /** Whether a click is meant for the character under it; `hasSelection` as above, now. */
  isMeant(event: PressEvent, hasSelection: boolean): boolean;
}

/** Pixels within which a press is no drag. */
const STILL = 10;
/** Milliseconds after which what moved is taken to stand. */
const MOVING = 120;

/** Creates the memory of a press: where and upon what it began. */
export function createTextPress(): TextPress {
  let began: { x: number; y: number; isVoid: boolean } | null = null;
  let scrolledAt = Number.NEGATIVE_INFINITY;
  return {
    down({ clientX, clientY, timeStamp, pointerType }, hasSelection) {
      // A finger that stops a moving page presses nothing, and a press upon a selection takes it back.
      const stops = pointerType === 'touch' && timeStamp - scrolledAt < MOVING;
      began = { x: clientX, y: clientY, isVoid: stops || hasSelection };
    },
    cancel() {
      began = null;
    },
    scrolled(timeStamp) {
      scrolledAt = timeStamp;
    },
    isMeant({ clientX, clientY }, hasSelection) {
      const from = began;
      began = null;
      if (hasSelection) return false;
      // Without a pointer, as when a script or a screen reader clicks, there is nothing against it.
      return from === null || (!from.isVoid && Math.hypot(clientX - from.x, clientY - from.y) <= STILL);
    },
  };
}

/** A stretch of the text in order: bought, or a gap that is guessed. Offsets are UTF-16 units of the document, times seconds. */
export interface Stretch<Part> {
  readonly start: number;
  readonly end: number;
  readonly startTime: number;
  readonly seconds: number;
  /** Null in a gap. */
  readonly part: Part | null;
}

/** One axis of time for a whole document: what was bought as it is, and the gaps by the pace. Never changes. */
export interface TimeAxis<Part> {
  readonly stretches: readonly Stretch<Part>[];
  readonly length: number;
  readonly seconds: number;
  /** The stretch that holds an offset; the last for one behind it. Undefined where the text is empty. */
  atOffset(offset: number): Stretch<Part> | undefined;
  /** The stretch that is heard at a time. */
  atTime(time: number): Stretch<Part> | undefined;
}

export interface BoughtStretch<Part> {
  readonly start: number;
  readonly end: number;
  readonly seconds: number;
  /** Its length is measured. */
  readonly isWhole: boolean;
  readonly part: Part;
}

export interface TimeAxisOptions<Part> {
  /** UTF-16 units of the text. */
  readonly length: number;
  /** In order, without overlap. */
  readonly bought: readonly BoughtStretch<Part>[];
  /** Seconds for a UTF-16 unit of what was not bought. */
  readonly pace: number;
  /**
   * Times of parts that somebody went to, by where they begin: what is only guessed before them gives way, or what was heard there
   * would move.
   */
  readonly pins: ReadonlyMap<number, number>;
}

/** A gap does not vanish, however wrong it was guessed. */
const LEAST_GAP = 0.05;

export function createTimeAxis<Part>({ length, bought, pace, pins }: TimeAxisOptions<Part>): TimeAxis<Part> {
  const stretches: Stretch<Part>[] = [];
  let offset = 0;
  let time = 0;

  function add(end: number, seconds: number, part: Part | null): void {
    stretches.push({ start: offset, end, startTime: time, seconds, part });
    offset = end;
    time += seconds;
  }

  for (const [i, { start, end, seconds, isWhole, part }] of bought.entries()) {
    const pin = pins.get(start);
    if (start > offset) add(start, pin === undefined ? (start - offset) * pace : Math.max(LEAST_GAP, pin - time), null);
    const next = pins.get(end);
    // What is still coming before a place that somebody went to takes the room that it was given.
    const isHeldBack = !isWhole && next !== undefined && bought[i + 1]?.start === end && next > time;
    add(end, isHeldBack ? next - time : seconds, part);
  }
  if (offset < length) add(length, (length - offset) * pace, null);

  /** The last one that `begins` holds for; the first where it holds for none. */
  function last(begins: (stretch: Stretch<Part>) => boolean): Stretch<Part> | undefined {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const stretch = stretches[middle];
      if (stretch && begins(stretch)) low = middle + 1;
      else high = middle;
    }
    return stretches[Math.max(0, low - 1)];
  }

  return {
    stretches,
    length,
    seconds: time,
    atOffset: (at) => last(({ start }) => start <= at),
    atTime: (at) => last(({ startTime }) => startTime <= at),
  };
}

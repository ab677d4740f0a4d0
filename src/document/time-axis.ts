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
  readonly part: Part;
}

/** `bought` in order, without overlap; `secondsPerUnit` tells the pace that counts at an offset that was not bought. */
export function createTimeAxis<Part>(
  length: number,
  bought: Iterable<BoughtStretch<Part>>,
  gapSeconds: (start: number, end: number) => number,
): TimeAxis<Part> {
  const stretches: Stretch<Part>[] = [];
  let offset = 0;
  let time = 0;

  function add(end: number, seconds: number, part: Part | null): void {
    stretches.push({ start: offset, end, startTime: time, seconds, part });
    offset = end;
    time += seconds;
  }

  for (const { start, end, seconds, part } of bought) {
    if (start > offset) add(start, gapSeconds(offset, start), null);
    add(end, seconds, part);
  }
  if (offset < length) add(length, gapSeconds(offset, length), null);

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

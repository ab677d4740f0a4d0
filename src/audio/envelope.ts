/** How loud a run is at every moment, kept beside the gain that it drives: what a gain says of itself is late. */
export interface Envelope {
  /** Goes to a level (0–1), from what it is at a time and within some seconds, and stays there. What was planned for later is dropped. */
  ramp(level: number, from: number, seconds: number): void;
  /** Is never heard, whatever was planned. */
  silence(): void;
}

interface Knot {
  readonly time: number;
  readonly level: number;
}

/** An envelope that is shut. Times are seconds on the clock that `now` reads. */
export function createEnvelope(gain: AudioParam, now: () => number): Envelope {
  gain.value = 0;
  /** Straight lines lead from one to the next. */
  let knots: Knot[] = [{ time: Number.NEGATIVE_INFINITY, level: 0 }];

  /** The level at a time, and whether a line leads through it or up to it. */
  function at(time: number): { level: number; moves: boolean } {
    const before = knots.findLast((knot) => knot.time < time) ?? { time, level: 0 };
    const after = knots.find((knot) => knot.time >= time) ?? { time, level: before.level };
    const share = after.time === time ? 1 : (time - before.time) / (after.time - before.time);
    const moves = after.level !== before.level;
    return { level: moves ? before.level + (after.level - before.level) * share : before.level, moves };
  }

  /** Nothing is asked any more of what lies behind the clock. */
  function forget(): void {
    while (knots[1] && knots[1].time < now()) knots.shift();
  }

  return {
    ramp(level, from, seconds) {
      const { level: old, moves } = at(from);
      knots = knots.filter(({ time }) => time < from);
      gain.cancelScheduledValues(from);
      if (old === level && !moves) return;
      // What is cancelled of a line is its end, so it is drawn anew up to here; where that is past, it is heard already.
      if (moves && from > now()) gain.linearRampToValueAtTime(old, from);
      else if (seconds > 0) gain.setValueAtTime(old, from);
      if (seconds > 0) gain.linearRampToValueAtTime(level, from + seconds);
      else gain.setValueAtTime(level, from);
      knots.push({ time: from, level: old }, { time: from + seconds, level });
      forget();
    },
    silence() {
      knots = [{ time: Number.NEGATIVE_INFINITY, level: 0 }];
      gain.cancelScheduledValues(0);
      gain.setValueAtTime(0, 0);
    },
  };
}

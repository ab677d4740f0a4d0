import { spokenWeight } from '../alignment/spoken-weight.js';

/** Seconds of speech for a letter, at a usual pace: 14 characters a second in English. */
const LETTER = 0.058;
/** Measured seconds from which a voice's own pace counts for all of it. */
const SURE = 20;
const SAMPLE = 2000;

/** How long text takes that was not heard yet, by what is known of the voice so far. */
export interface Pace {
  /** Seconds for a UTF-16 unit. */
  readonly secondsPerUnit: number;
  /** Tells of measured speech: all of it so far. */
  measure(units: number, seconds: number): void;
}

/** A pace that is guessed from a text's script until something of it was measured. */
export function createPace(text: string): Pace {
  const sample = text.slice(0, SAMPLE);
  const guess = sample ? (LETTER * spokenWeight(sample)) / sample.length : LETTER;
  let secondsPerUnit = guess;
  return {
    get secondsPerUnit() {
      return secondsPerUnit;
    },
    measure(units, seconds) {
      if (units === 0) return;
      const share = Math.min(1, seconds / SURE);
      secondsPerUnit = (seconds / units) * share + guess * (1 - share);
    },
  };
}

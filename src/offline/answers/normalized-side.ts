import type { SpokenNumber } from './spoken-numbers.js';
import { padEnds, type TimedCharacter, toMilliseconds } from './timed-characters.js';

/** The elements of an alignment that come next, in the order of the text; `last` with those of the last chunk. */
export type NormalizedSide = (characters: readonly TimedCharacter[], last: boolean) => TimedCharacter[];

/**
 * The model's side of an alignment, chunk by chunk: numbers as words, over the time that their digits have, and a space of
 * padding at each end where the model pads. A number waits for its last digit, so a chunk may hold less than was given.
 */
export function createNormalizedSide(numbers: readonly SpokenNumber[], padding: boolean): NormalizedSide {
  let index = 0;
  let next = 0;
  let digits: TimedCharacter[] = [];
  let begun = false;
  return (characters, last) => {
    const spoken: TimedCharacter[] = [];
    for (const timed of characters) {
      const number = numbers[next];
      if (!number || index < number.start) spoken.push(timed);
      else digits.push(timed);
      index++;
      if (number && index === number.end) {
        spoken.push(...spread(Array.from(number.spoken), digits));
        digits = [];
        next++;
      }
    }
    const first = !begun && spoken.length > 0;
    begun ||= first;
    return padEnds(spoken, { first: padding && first, last: padding && last });
  };
}

/** Some characters evenly over the time of others. */
function spread(characters: readonly string[], over: readonly TimedCharacter[]): TimedCharacter[] {
  const from = over[0]?.start ?? 0;
  const to = over.at(-1)?.end ?? from;
  const timeAt = (index: number) => toMilliseconds(from + ((to - from) * index) / characters.length);
  return characters.map((character, i) => ({ character, start: timeAt(i), end: timeAt(i + 1) }));
}

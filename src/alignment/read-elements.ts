import type { TimedElement } from './element-queue.js';
import { holdsManyLetters } from './holds-many-letters.js';
import { LONGEST_SOUND } from './known-duration.js';
import type { QualityLog } from './quality-log.js';
import type { GivenAlignment } from './spread-words.js';

/** Takes alignments apart into elements. */
export interface ElementReader {
  take(alignment: GivenAlignment): void;
  /** No more will come. */
  end(): void;
}

/**
 * Reads elements one after another, each with a text. Halves of a character that is two UTF-16 units become one element.
 * With `padded` the first element is left out if it is a space: the model pads its own text with one that nobody sent.
 */
export function createElementReader(
  push: (element: TimedElement) => void,
  log: QualityLog,
  padded: () => boolean,
): ElementReader {
  let half: TimedElement | null = null;
  let isFirst = true;

  function read(element: TimedElement): void {
    const { text } = element;
    const isLow = half !== null && /^[\udc00-\udfff]/.test(text);
    if (half && isLow) half = { ...half, text: half.text + text, end: element.end };
    else {
      end();
      half = element;
    }
    if (!/[\ud800-\udbff]$/.test(half.text)) end();
  }

  function end(): void {
    if (half) push(half);
    half = null;
  }

  return {
    take(alignment) {
      const { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: ends, guessed } = alignment;
      if (alignment.quality) log.floor(alignment.quality);
      if (starts.length !== characters.length || ends.length !== characters.length) log.report('unequal-lengths');
      for (let i = 0; i < characters.length; i++) {
        const text = characters[i] ?? '';
        const isPadding = isFirst && text === ' ' && padded();
        isFirst = false;
        if (isPadding) continue;
        if (text.length > 1 && !log.has('word-level') && holdsManyLetters(text)) log.report('word-level');
        // A place without a character: nobody knows what sounds there.
        if (text === '') log.report('text-differs');
        else read({ text, start: timeOf(starts[i]), end: timeOf(ends[i]), guessed: guessed?.[i] ?? false });
      }
    },
    end,
  };
}

const timeOf = (time = Number.NaN): number => (time <= LONGEST_SOUND ? time : Number.NaN);

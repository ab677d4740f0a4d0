import { holdsManyLetters } from './graphemes.js';
import { createElementMatcher } from './match-elements.js';
import type { PlacedStretch } from './match-head.js';
import { createTimeMender } from './mend-times.js';
import { createQualityLog } from './quality-log.js';
import { settleRest } from './settle-rest.js';
import type { GivenAlignment } from './spread-words.js';
import { createTimeColumns, type TimeColumns } from './time-columns.js';
import type { TimeQuality } from './time-quality.js';

/** The times of a text as they are known. */
export interface Times extends Omit<TimeColumns, 'push'> {
  /** The text that was sent, tags included: offsets are its UTF-16 units. */
  readonly text: string;
  /** Seconds that no time passes: where the sound ended before its alignment did. Infinity until that is known. */
  readonly limit: number;
  /** The same object while it says the same. */
  readonly quality: TimeQuality;
}

/**
 * When each element of a text starts, growing as chunks come. Only times grow: the text is known from the start,
 * or, where it is not, is what the elements join to. What has a time keeps its place and that time.
 */
export interface TimeTrack extends Times {
  /** Takes the times of the next characters. Those of the model's own text are used only where no others come. */
  append(alignment: GivenAlignment | null, normalized?: GivenAlignment | null): void;
  /** No more will come; `duration` in seconds where the sound's own length is known. What waited is mended with what there is. */
  end(duration?: number): void;
}

/** Seconds that an MP3 without an Info header may differ from its alignment: encoder delay and padding. */
export const SLACK = 0.1;
/** Seconds of sound behind the last character that are no silence any more: up to 0.5 is normal. */
const LONG_TAIL = 1;

/** Creates an empty track over a text, or over what its elements will join to. */
export function createTimeTrack(source?: string): TimeTrack {
  const columns = createTimeColumns();
  const log = createQualityLog();
  const { report } = log;
  const normalized: GivenAlignment[] = [];
  const joined: string[] = [];
  let limit = Infinity;
  let began = false;
  let ended = false;
  let isSpread = false;

  function place({ length, start, end, guessed }: PlacedStretch): void {
    if (length === 0) return;
    columns.push(length, start, end);
    log.count(length, guessed || isSpread);
  }
  const matcher = source === undefined ? null : createElementMatcher(source, { place, report });
  const mender = createTimeMender({
    give(element) {
      if (matcher) return matcher.push(element);
      joined.push(element.text);
      place({ ...element, length: element.text.length });
    },
    lose(text) {
      report('missing-times');
      joined.push(text);
    },
    report,
  });
  const text = (): string => {
    if (joined.length > 1) joined.splice(0, joined.length, joined.join(''));
    return source ?? joined[0] ?? '';
  };

  /** The model pads its own text with a space that nobody sent. */
  function take(alignment: GivenAlignment, padded = false): void {
    const { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: ends } = alignment;
    isSpread = alignment.isSpread ?? false;
    if (isSpread) report('sentence-level');
    if (starts.length !== characters.length || ends.length !== characters.length) report('unequal-lengths');
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i] ?? '';
      if (character.length > 1 && !log.has('word-level') && holdsManyLetters(character)) report('word-level');
      mender.push(
        i === 0 && padded && character === ' ' ? '' : character,
        starts[i] ?? Number.NaN,
        ends[i] ?? Number.NaN,
      );
    }
  }

  function end(duration?: number): void {
    if (ended) return;
    ended = true;
    if (!began && normalized.length > 0) report('only-normalized');
    const padded = !began && source !== undefined && !/^\s/.test(source);
    if (!began) for (const [i, alignment] of normalized.entries()) take(alignment, i === 0 && padded);
    mender.end(duration);
    matcher?.end();
    const rest = settleRest(text(), columns.knownUntil, columns.endTime, duration);
    if (rest) report(rest.reason);
    for (const stretch of rest?.stretches ?? []) place(stretch);
    if (duration === undefined || columns.count === 0) return;
    if (columns.endTime - duration > SLACK) {
      limit = duration;
      report('ends-after-the-sound');
    }
    if (duration - columns.endTime > LONG_TAIL && !rest) report('ends-before-the-sound');
  }

  return {
    get text() {
      return text();
    },
    get count() {
      return columns.count;
    },
    get starts() {
      return columns.starts;
    },
    get knownUntil() {
      return columns.knownUntil;
    },
    get endTime() {
      return columns.endTime;
    },
    get limit() {
      return limit;
    },
    get quality() {
      return log.quality;
    },
    offset: columns.offset,
    endOf: columns.endOf,
    elementAt: columns.elementAt,
    elementStartedBy: columns.elementStartedBy,
    append(alignment, ofModel) {
      if (ended) return;
      if (alignment && alignment.characters.length > 0) {
        began = true;
        normalized.length = 0;
        take(alignment);
      } else if (ofModel && !began) normalized.push(ofModel);
    },
    end,
  };
}

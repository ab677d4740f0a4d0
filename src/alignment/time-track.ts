import type { TimedElement } from './element-queue.js';
import { endTimes } from './end-of-times.js';
import { hasTimes } from './has-times.js';
import { knownDuration } from './known-duration.js';
import type { PlacedStretch } from './lay-blocks.js';
import { createElementMatcher } from './match-elements.js';
import { createTimeMender } from './mend-times.js';
import { createQualityLog } from './quality-log.js';
import { createElementReader } from './read-elements.js';
import type { GivenAlignment } from './spread-words.js';
import { createTimeColumns, type TimeColumns } from './time-columns.js';
import type { TimeQuality } from './time-quality.js';

/** The times of a text as they are known. */
export interface Times extends Omit<TimeColumns, 'push' | 'amendEnd'> {
  /** The text that was sent, tags included: offsets are its UTF-16 units. */
  readonly text: string;
  /** Seconds that no time passes: where the sound ended before its alignment did. Infinity until that is known. */
  readonly limit: number;
  /** The same object while it says the same. */
  readonly quality: TimeQuality;
}

/**
 * When each element of a text starts, growing as chunks come. Only times grow: the text is known from the start, or, where it
 * is not, is what the elements join to. What has a time keeps its place and that time; only the end of the last may be another
 * once the next has come.
 */
export interface TimeTrack extends Times {
  /** Takes the times of the next characters. Those of the model's own text are used only where no others come. */
  append(alignment: GivenAlignment | null, normalized?: GivenAlignment | null): void;
  /**
   * No more will come; `duration` in seconds where the sound's own length is known: NaN, Infinity and what is below 0 mean that
   * it is not. What waited is mended with what there is.
   */
  end(duration?: number): void;
}

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
  let ahead: TimedElement | null = null;

  function place({ length, start, end, guessed }: PlacedStretch): void {
    if (length === 0) return;
    columns.push(length, start, end);
    log.count(length, guessed);
  }
  function join(element: TimedElement): boolean {
    joined.push(element.text);
    place({ ...element, length: element.text.length });
    return true;
  }
  /** What was placed before its end was sure. */
  function amend({ text, end, guessed }: TimedElement, element: TimedElement): void {
    if (element.end !== end) columns.amendEnd(element.end);
    matcher?.amend(element.end);
    if (element.guessed === guessed) return;
    log.count(-text.length, guessed);
    log.count(text.length, element.guessed);
  }
  const matcher = source === undefined ? null : createElementMatcher(source, { place, report });
  const mender = createTimeMender({
    give(element) {
      if (ahead) amend(ahead, element);
      else if (matcher) matcher.push(element);
      else join(element);
      ahead = null;
    },
    foretell(element) {
      if (matcher ? !matcher.foretell(element) : !join(element)) return;
      ahead = element;
    },
    lose(text) {
      report('missing-times');
      joined.push(text);
    },
    report,
  });
  const isPadded = (): boolean => !began && source !== undefined && !/^\s/.test(source);
  const reader = createElementReader(mender.push, log, isPadded);
  const text = (): string => {
    if (joined.length > 1) joined.splice(0, joined.length, joined.join(''));
    return source ?? joined[0] ?? '';
  };

  function append(alignment: GivenAlignment | null, ofModel?: GivenAlignment | null): void {
    if (ended) return;
    const isOwn = alignment !== null && alignment.characters.length > 0;
    if (isOwn && (began || hasTimes(alignment) || !hasTimes(ofModel))) {
      began = true;
      normalized.length = 0;
      reader.take(alignment);
    } else if (!began && ofModel && ofModel.characters.length > 0) normalized.push(ofModel);
  }

  function end(duration?: number): void {
    if (ended) return;
    ended = true;
    const known = knownDuration(duration);
    if (!began && normalized.length > 0) report('only-normalized');
    if (!began) for (const alignment of normalized) reader.take(alignment);
    reader.end();
    mender.end(known);
    matcher?.end();
    limit = endTimes(text(), columns, log, known, place);
  }

  return viewOf(columns, { text, limit: () => limit, quality: () => log.quality, append, end });
}

interface TrackParts extends Pick<TimeTrack, 'append' | 'end'> {
  text(): string;
  limit(): number;
  quality(): TimeQuality;
}

const viewOf = (columns: TimeColumns, { text, limit, quality, append, end }: TrackParts): TimeTrack => ({
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
    return limit();
  },
  get quality() {
    return quality();
  },
  offset: columns.offset,
  endOf: columns.endOf,
  elementAt: columns.elementAt,
  elementStartedBy: columns.elementStartedBy,
  append,
  end,
});

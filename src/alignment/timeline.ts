import type { SpanList } from './span-list.js';
import type { TextSpans } from './text-spans.js';
import type { TextTimes } from './text-times.js';
import type { TimeQuality } from './time-quality.js';
import { type TimelineJSON, timelineJSON } from './timeline-json.js';

/** A word, sentence or paragraph: UTF-16 offsets into the text, and seconds, null where the time is not known. */
export interface TimedSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly startTime: number | null;
  readonly endTime: number | null;
}

/**
 * Which character sounds when. A view that never changes: more times make another timeline over the same spans.
 * Offsets are UTF-16 units of `text`, which is what is shown.
 */
export interface Timeline {
  /** The text that is shown: without the tags that are hidden. */
  readonly text: string;
  /** The text that was sent. */
  readonly sourceText: string;
  /** Seconds, or null while it is not known. */
  readonly duration: number | null;
  readonly words: readonly TimedSpan[];
  readonly sentences: readonly TimedSpan[];
  readonly paragraphs: readonly TimedSpan[];
  /** Where the units are, as columns of offsets: for renderers that want no object a word. */
  readonly spans: TextSpans;
  readonly quality: TimeQuality;
  /** UTF-16 offset behind the last character whose time is known. */
  readonly knownUntil: number;
  /** Index of the last word that started at or before `time` (seconds), or -1 before the first. */
  wordIndexAt(time: number): number;
  /** Index of the last sentence that started at or before `time` (seconds), or -1 before the first. */
  sentenceIndexAt(time: number): number;
  /** UTF-16 offset of the last character that started at or before `time` (seconds), 0 before the first. */
  offsetAt(time: number): number;
  /** Seconds at which the character at a UTF-16 offset starts, or null where that is not known. */
  timeAt(offset: number): number | null;
  /** UTF-16 offset behind the aligned element (as a rule a code point) at `offset`; where none is known `offset` itself, within 0 and the text's length, NaN as 0. */
  characterEnd(offset: number): number;
  /** The offset in `sourceText` of a character of `text`: within 0 and the length, NaN as 0. */
  toSource(offset: number): number;
  /** The offset in `text` of a character of `sourceText`; for one of a hidden tag that of what follows it. Within 0 and the length, NaN as 0. */
  toShown(offset: number): number;
  /** What `JSON.stringify` writes, and `createTimeline` reads. */
  toJSON(): TimelineJSON;
}

/** A view of spans and their times. `duration` in seconds, where the sound's own length is known. */
export function timelineOver(spans: TextSpans, times: TextTimes, duration: number | null): Timeline {
  const { toSource, toShown } = spans;
  const lists = new Map<SpanList, readonly TimedSpan[]>();

  /** The place in the text that was sent, or -1 where that has no time. */
  const known = (offset: number): number => {
    const place = offset >= 0 && offset < spans.text.length ? toSource(offset) : -1;
    return place < times.knownUntil ? place : -1;
  };
  const timeAt = (offset: number): number | null => {
    const place = known(offset);
    return place < 0 ? null : times.startAt(place);
  };
  const timed = (list: SpanList): readonly TimedSpan[] => {
    let made = lists.get(list);
    if (!made) {
      made = Array.from({ length: list.count }, (_, index): TimedSpan => {
        const start = list.start(index);
        const end = list.end(index);
        const last = known(end - 1);
        const endTime = last < 0 ? null : times.endAt(last);
        return { text: spans.text.slice(start, end), start, end, startTime: timeAt(start), endTime };
      });
      lists.set(list, made);
    }
    return made;
  };
  /** The last character that is shown and has started, or -1: a tag that is hidden lights what came before it. */
  const lastStarted = (time: number): number => toShown(times.startedUntil(time)) - 1;

  return {
    text: spans.text,
    sourceText: spans.sourceText,
    duration,
    spans,
    quality: times.quality,
    knownUntil: toShown(times.knownUntil),
    get words() {
      return timed(spans.words);
    },
    get sentences() {
      return timed(spans.sentences);
    },
    get paragraphs() {
      return timed(spans.paragraphs);
    },
    wordIndexAt: (time) => spans.words.indexAt(lastStarted(time)),
    sentenceIndexAt: (time) => spans.sentences.indexAt(lastStarted(time)),
    offsetAt(time) {
      const place = known(lastStarted(time));
      return place < 0 ? 0 : toShown(times.elementStart(place));
    },
    timeAt,
    characterEnd(offset) {
      const place = known(offset);
      return toShown(place < 0 ? toSource(offset) : times.elementEnd(place));
    },
    toSource,
    toShown,
    toJSON: () => timelineJSON(spans, times, duration),
  };
}

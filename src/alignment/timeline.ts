import type { SpanList } from './span-list.js';
import type { TextSpans } from './text-spans.js';
import type { TimeQuality } from './time-quality.js';
import type { Times } from './time-track.js';
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
  /** UTF-16 offset behind the aligned element (as a rule a code point) at `offset`; `offset` itself where none is known. */
  characterEnd(offset: number): number;
  /** The offset in `sourceText` of a character of `text`. */
  toSource(offset: number): number;
  /** The offset in `text` of a character of `sourceText`; for one of a hidden tag that of what follows it. */
  toShown(offset: number): number;
  /** What `JSON.stringify` writes, and `createTimeline` reads. */
  toJSON(): TimelineJSON;
}

/** A view of spans and times as they are now. `duration` in seconds, where the sound's own length is known. */
export function timelineOver(spans: TextSpans, times: Times, duration: number | null): Timeline {
  const { count, quality, limit } = times;
  const { toSource, toShown } = spans;
  const sourceKnown = times.knownUntil;
  const knownUntil = toShown(sourceKnown);
  const lists = new Map<SpanList, readonly TimedSpan[]>();

  const elementOf = (offset: number): number => {
    const place = offset < spans.text.length ? toSource(offset) : -1;
    return place < sourceKnown ? times.elementAt(place) : -1;
  };
  const startOf = (element: number): number => Math.min(limit, times.starts[element] ?? 0);
  const endOf = (element: number): number => Math.min(limit, times.endOf(element));
  const behind = (element: number): number => toShown(element + 1 < count ? times.offset(element + 1) : sourceKnown);
  const timeAt = (offset: number): number | null => {
    const element = elementOf(offset);
    return element < 0 ? null : startOf(element);
  };
  const timed = (list: SpanList): readonly TimedSpan[] => {
    let made = lists.get(list);
    if (!made) {
      made = Array.from({ length: list.count }, (_, index): TimedSpan => {
        const start = list.start(index);
        const end = list.end(index);
        const last = elementOf(end - 1);
        const endTime = last < 0 ? null : endOf(last);
        return { text: spans.text.slice(start, end), start, end, startTime: timeAt(start), endTime };
      });
      lists.set(list, made);
    }
    return made;
  };
  /** The offset behind the last character that is shown and has started: a tag that is hidden lights what came before it. */
  const startedUntil = (time: number): number => {
    const element = time >= limit ? count - 1 : Math.min(times.elementStartedBy(time), count - 1);
    return element < 0 ? 0 : behind(element);
  };

  return {
    text: spans.text,
    sourceText: spans.sourceText,
    duration,
    spans,
    quality,
    knownUntil,
    get words() {
      return timed(spans.words);
    },
    get sentences() {
      return timed(spans.sentences);
    },
    get paragraphs() {
      return timed(spans.paragraphs);
    },
    wordIndexAt: (time) => spans.words.indexAt(startedUntil(time) - 1),
    sentenceIndexAt: (time) => spans.sentences.indexAt(startedUntil(time) - 1),
    offsetAt(time) {
      const element = elementOf(startedUntil(time) - 1);
      return element < 0 ? 0 : toShown(times.offset(element));
    },
    timeAt,
    characterEnd(offset) {
      const element = elementOf(offset);
      return element < 0 ? offset : behind(element);
    },
    toSource,
    toShown,
    toJSON: () => timelineJSON(spans, times, { count, limit, duration }, quality),
  };
}

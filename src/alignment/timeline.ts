import type { SpanList } from './span-list.js';
import type { TextSpans } from './text-spans.js';
import type { TimeQuality, TimeTrack } from './time-track.js';

/** A word, sentence or paragraph: UTF-16 offsets into the text, and seconds, null where the time is not known. */
export interface TimedSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly startTime: number | null;
  readonly endTime: number | null;
}

/** Which character sounds when. A view that never changes: more times make another timeline over the same spans. */
export interface Timeline {
  readonly text: string;
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
}

/** A view of spans and times as they are now. `duration` in seconds, where the sound's own length is known. */
export function timelineOver(spans: TextSpans, track: TimeTrack, duration: number | null): Timeline {
  const { count, knownUntil, endTime, quality } = track;
  const lists = new Map<SpanList, readonly TimedSpan[]>();

  const lastElement = (time: number): number => Math.min(track.elementStartedBy(time), count - 1);
  const timeAt = (offset: number): number | null => {
    const element = offset < knownUntil ? track.elementAt(offset) : -1;
    return element < 0 ? null : (track.starts[element] ?? null);
  };
  /** When what ends at an offset stops sounding: when the next character starts. */
  const timeUntil = (offset: number): number | null => (offset === knownUntil && count > 0 ? endTime : timeAt(offset));
  const timed = (list: SpanList): readonly TimedSpan[] => {
    let made = lists.get(list);
    if (!made) {
      made = Array.from({ length: list.count }, (_, index): TimedSpan => {
        const start = list.start(index);
        const end = list.end(index);
        return { text: spans.text.slice(start, end), start, end, startTime: timeAt(start), endTime: timeUntil(end) };
      });
      lists.set(list, made);
    }
    return made;
  };
  const elementEnd = (element: number): number => (element + 1 < count ? track.offset(element + 1) : knownUntil);
  /** An element may hold more than one character, and so the start of a span behind its own. */
  const indexAt = (list: SpanList, time: number): number => {
    const element = lastElement(time);
    return element < 0 ? -1 : list.indexAt(elementEnd(element) - 1);
  };

  return {
    text: spans.text,
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
    wordIndexAt: (time) => indexAt(spans.words, time),
    sentenceIndexAt: (time) => indexAt(spans.sentences, time),
    offsetAt: (time) => Math.max(0, track.offset(Math.max(0, lastElement(time)))),
    timeAt,
    characterEnd(offset) {
      const element = offset < knownUntil ? track.elementAt(offset) : -1;
      return element < 0 ? offset : elementEnd(element);
    },
  };
}

import type { Alignment } from '../wire/alignment.js';
import type { TextSpans } from './text-spans.js';
import type { TextTimes } from './text-times.js';
import type { TimeQuality } from './time-quality.js';

/** A timeline as JSON, with all that is needed to make it again: its version, the text that was sent, and when it sounds. */
export interface TimelineJSON {
  readonly timeline: 1;
  readonly text: string;
  readonly locale?: string | undefined;
  readonly audioTags?: 'show' | 'hide' | undefined;
  readonly ssmlTags?: 'show' | 'hide' | undefined;
  /** Seconds. */
  readonly duration: number | null;
  readonly quality: TimeQuality;
  readonly alignment: Alignment;
}

export function timelineJSON(
  { sourceText, locale, show }: TextSpans,
  times: TextTimes,
  duration: number | null,
): TimelineJSON {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let offset = 0; offset < times.knownUntil; offset = times.elementEnd(offset)) {
    characters.push(sourceText.slice(offset, times.elementEnd(offset)));
    starts.push(times.startAt(offset) ?? 0);
    ends.push(times.endAt(offset) ?? 0);
  }
  return {
    timeline: 1,
    text: sourceText,
    ...(locale !== undefined && { locale }),
    ...(show.audioTags && { audioTags: show.audioTags }),
    ...(show.ssmlTags && { ssmlTags: show.ssmlTags }),
    duration,
    quality: times.quality,
    alignment: { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: ends },
  };
}

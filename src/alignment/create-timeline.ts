import type { Alignment } from '../wire/alignment.js';
import { readTimes, type TimeSource } from './read-times.js';
import { createShownText, type ShowOptions } from './shown-text.js';
import { createTextSpans } from './text-spans.js';
import { timesNow } from './text-times.js';
import { createTimeTrack, SLACK, type Times } from './time-track.js';
import { type Timeline, timelineOver } from './timeline.js';
import { isTimelineJSON, readTimelineTimes, type TimelineJSON } from './timeline-json.js';

export interface CreateTimelineOptions extends ShowOptions {
  /** The text that was sent. @default what the characters join to */
  text?: string | undefined;
  /** BCP 47, for where words and sentences end. @default what the text's script says */
  locale?: string | undefined;
  /** Seconds of sound, where they are known better than by the last time. */
  duration?: number | undefined;
}

/**
 * Builds the timeline of a whole answer: an alignment of the API, the SDK or a websocket, a list of words, a transcript, WebVTT,
 * or another timeline's JSON. Never throws on data: what is wrong is mended or left without times, and `quality` says so.
 * With null the text has no times, or with a duration guessed ones.
 */
export function createTimeline(source: TimeSource | TimelineJSON, options: CreateTimelineOptions = {}): Timeline {
  if (isTimelineJSON(source)) return remade(source, options);
  const { alignment, normalized } = readTimes(source);
  const track = createTimeTrack(options.text ?? (alignment ? undefined : textOf(normalized)));
  track.append(alignment, normalized);
  const duration = readDuration(options.duration);
  track.end(duration);
  return finished(track, duration, options);
}

/** A timeline is its own best witness: its times were mended once. */
function remade(json: TimelineJSON, options: CreateTimelineOptions): Timeline {
  const shown = {
    audioTags: options.audioTags ?? json.audioTags,
    ssmlTags: options.ssmlTags ?? json.ssmlTags,
    locale: options.locale ?? json.locale,
  };
  const text = options.text ?? json.text;
  const duration = readDuration(options.duration) ?? readDuration(json.duration);
  const times = text === json.text && options.duration === undefined ? readTimelineTimes(json) : null;
  if (times) return finished(times, duration, shown);
  return createTimeline(json.alignment, { ...shown, text, duration });
}

function finished(times: Times, duration: number | undefined, options: CreateTimelineOptions): Timeline {
  const spans = createTextSpans(createShownText(times.text, options), options.locale);
  return timelineOver(spans, timesNow(times), wholeDuration(times, duration));
}

/** The sound and its alignment agree within a few hundredths of a second: the longer of the two, so that no time lies behind it. */
function wholeDuration({ count, endTime }: Times, duration: number | undefined): number | null {
  if (duration === undefined) return count > 0 ? endTime : null;
  return endTime - duration > SLACK ? duration : Math.max(duration, endTime);
}

/** Media that is not loaded yet has a duration of NaN, a live stream one without end. */
function readDuration(duration: number | null | undefined): number | undefined {
  return typeof duration === 'number' && duration >= 0 && duration < Infinity ? duration : undefined;
}

const textOf = (alignment: Alignment | null): string | undefined => alignment?.characters.join('');

import { hasTimes } from './has-times.js';
import { knownDuration, wholeDuration } from './known-duration.js';
import type { ReadTimes } from './read-alignments.js';
import { isTimelineJSON, readTimelineTimes } from './read-timeline-json.js';
import { readTimes, type TimeSource } from './read-times.js';
import { createShownText, type ShowOptions } from './shown-text.js';
import { createTextSpans } from './text-spans.js';
import { timesNow } from './text-times.js';
import { createTimeTrack, type Times } from './time-track.js';
import { type Timeline, timelineOver } from './timeline.js';
import type { TimelineJSON } from './timeline-json.js';

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
export function createTimeline(source: TimeSource, options: CreateTimelineOptions = {}): Timeline {
  return isTimelineJSON(source) ? remade(source, options) : made(source, options);
}

function made(source: TimeSource, options: CreateTimelineOptions): Timeline {
  const read = readTimes(source);
  const track = createTimeTrack(options.text ?? textOf(read));
  track.append(read.alignment, read.normalized);
  track.end(options.duration);
  return finished(track, options);
}

/** The text where the characters do not say it: those of an alignment without times do. */
function textOf({ alignment, normalized, text }: ReadTimes): string | undefined {
  if (text !== undefined || hasTimes(alignment)) return text;
  return (alignment?.characters.length ? alignment : normalized)?.characters.join('');
}

/** A timeline is its own best witness: its times were mended once. For another text or sound they are what it was made of. */
function remade(json: TimelineJSON, options: CreateTimelineOptions): Timeline {
  const shown = {
    audioTags: options.audioTags ?? json.audioTags,
    ssmlTags: options.ssmlTags ?? json.ssmlTags,
    locale: options.locale ?? json.locale,
  };
  const text = options.text ?? json.text;
  const duration = knownDuration(options.duration) ?? knownDuration(json.duration);
  const times = text === json.text && options.duration === undefined ? readTimelineTimes(json) : null;
  return times ? finished(times, { ...shown, duration }) : made(json, { ...shown, text, duration });
}

function finished(times: Times, options: CreateTimelineOptions): Timeline {
  const spans = createTextSpans(createShownText(times.text, options), options.locale);
  return timelineOver(spans, timesNow(times), wholeDuration(times.count, times.endTime, options.duration));
}

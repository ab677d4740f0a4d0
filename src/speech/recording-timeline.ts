import { emptyTimes } from '../alignment/empty-times.js';
import { wholeDuration } from '../alignment/known-duration.js';
import { createShownText, type ShowOptions } from '../alignment/shown-text.js';
import { createTextSpans, type TextSpans } from '../alignment/text-spans.js';
import { timesNow } from '../alignment/text-times.js';
import { timelineOver } from '../alignment/timeline.js';
import type { Recording } from '../store/recording.js';
import type { RenditionView } from '../store/rendition.js';

/** The part of a snapshot that tells of sound and time. */
export type TimelineFields = Pick<RenditionView, 'timeline' | 'duration' | 'durationQuality' | 'buffered'>;

/**
 * Turns a growing recording into timelines: the same object while no time was added,
 * and the same spans throughout, so that text which is shown never moves.
 */
export function createRecordingTimeline(
  text: string | undefined,
  show: ShowOptions & { readonly locale?: string | undefined } = {},
): (recording: Recording | null) => TimelineFields {
  const nothing = emptyTimes(text ?? '');
  const spansOf = (source: string): TextSpans => createTextSpans(createShownText(source, show), show.locale);
  let spans = spansOf(text ?? '');
  let fields: TimelineFields = {
    timeline: timelineOver(spans, timesNow(nothing), null),
    duration: null,
    durationQuality: 'none',
    buffered: 0,
  };
  let knownUntil = 0;
  let seen = '';
  let of: Recording | null = null;

  return (recording) => {
    const { ready, final } = recording?.audio.frames() ?? { ready: 0, final: false };
    const track = recording?.times ?? nothing;
    const mark = `${recording?.loading} ${track.count} ${ready}`;
    if (mark === seen && recording === of) return fields;
    seen = mark;
    of = recording;
    const buffered = recording ? ready / recording.audio.sampleRate : 0;
    const whole = final && recording?.loading === 'complete';
    const share = track.text.length > 0 ? track.knownUntil / track.text.length : 0;
    // Times usually come ahead of their sound, but need not: neither alone says how far the answer is.
    const estimate = share > 0 ? Math.max(track.endTime / share, buffered) : null;
    const duration = whole ? buffered : estimate;
    if (text === undefined && spans.sourceText !== track.text) spans = spansOf(track.text);
    const { timeline: before } = fields;
    const until = whole ? wholeDuration(track.count, track.endTime, buffered) : estimate;
    const grown = knownUntil !== track.knownUntil || before.spans !== spans || before.duration !== until;
    knownUntil = track.knownUntil;
    fields = {
      timeline: grown || before.quality !== track.quality ? timelineOver(spans, timesNow(track), until) : before,
      duration,
      durationQuality: whole ? 'exact' : duration === null ? 'none' : 'estimated',
      buffered,
    };
    return fields;
  };
}

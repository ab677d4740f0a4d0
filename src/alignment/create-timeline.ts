import { type Alignment, readAlignment, type WireAlignment } from '../wire/alignment.js';
import { createTextSpans } from './text-spans.js';
import { createTimeTrack } from './time-track.js';
import { type Timeline, timelineOver } from './timeline.js';

/** An alignment in the wire's snake_case or the SDK's camelCase, or none. */
export type AnyAlignment = WireAlignment | Alignment | null | undefined;

/** An answer that holds alignments, in either spelling. */
export type AnyAlignments =
  | { alignment?: AnyAlignment; normalizedAlignment?: AnyAlignment }
  | { alignment?: AnyAlignment; normalized_alignment?: AnyAlignment };

export interface CreateTimelineOptions {
  /** The text that was sent. @default what the characters join to */
  text?: string;
  /** BCP 47. @default the browser's own, which suits where scripts tell words apart */
  locale?: string;
  /** Seconds of sound, where they are known better than by the last time. */
  duration?: number;
}

/**
 * Builds the timeline of a whole answer. Never throws on data: what is wrong is mended or left without times,
 * and `quality` says so. With null the text has no times.
 */
export function createTimeline(source: AnyAlignment | AnyAlignments, options: CreateTimelineOptions = {}): Timeline {
  const alignment = pickAlignment(source);
  const track = createTimeTrack(options.text);
  track.append(alignment);
  // Media that is not loaded yet has a duration of NaN, a live stream one without end.
  const known = options.duration !== undefined && options.duration >= 0 && Number.isFinite(options.duration);
  const duration = known ? options.duration : undefined;
  track.end(duration);
  const lastTime = track.count > 0 ? track.endTime : null;
  return timelineOver(createTextSpans(track.text, options.locale), track, duration ?? lastTime);
}

/** The alignment of the text that was sent; the model's own only where that one is missing. */
export function pickAlignment(source: AnyAlignment | AnyAlignments): Alignment | null {
  const direct = readAlignment(source);
  if (direct || typeof source !== 'object' || source === null) return direct;
  const fields: Record<string, unknown> = { ...source };
  return readAlignment(fields.alignment) ?? readAlignment(fields.normalized_alignment ?? fields.normalizedAlignment);
}

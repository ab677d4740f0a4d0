import type { TimedSpan, Timeline } from './timeline.js';

/** How captions are cut. */
export interface CueOptions {
  /** What one cue or line holds. @default 'sentence' */
  by?: 'sentence' | 'paragraph' | undefined;
}

/** A stretch of the text that sounds, with its words. Seconds. */
export interface Cue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Offset of `text` in the timeline's. */
  readonly offset: number;
  readonly words: readonly TimedSpan[];
}

/** Seconds that a cue without an end of its own lasts, and the least that a format can tell from none. */
const READABLE = 0.5;
const LEAST = 0.001;

/**
 * The sentences or paragraphs of a timeline that have times. One whose end is not known lasts until its last word that is; one
 * that would last for no time at all, half a second or until the next begins.
 */
export function cuesOf(timeline: Timeline, { by = 'sentence' }: CueOptions = {}): Cue[] {
  const { words, spans } = timeline;
  const cues: Cue[] = [];
  for (const { text, start, end, startTime, endTime } of by === 'sentence' ? timeline.sentences : timeline.paragraphs) {
    if (startTime === null) continue;
    const inside: TimedSpan[] = [];
    for (let i = Math.max(0, spans.words.indexAt(start)); i < words.length; i++) {
      const word = words[i];
      if (!word || word.start >= end) break;
      if (word.startTime !== null) inside.push(word);
    }
    const last = inside.at(-1);
    const lastTime = endTime ?? last?.endTime ?? last?.startTime ?? startTime;
    cues.push({ text, start: startTime, end: lastTime, offset: start, words: inside });
  }
  return cues.map((cue, i) => ({ ...cue, end: visibleEnd(cue, cues[i + 1]?.start) }));
}

function visibleEnd({ start, end }: Cue, next = Infinity): number {
  if (end - start >= LEAST) return end;
  return Math.max(start + LEAST, Math.min(start + READABLE, next));
}

/** Whole milliseconds of a time in seconds. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000);

/** `hh:mm:ss` and the mark and milliseconds behind it. */
export function clockTime(milliseconds: number, mark: '.' | ','): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const whole = milliseconds / 1000;
  const clock = `${two(whole / 3600)}:${two((whole / 60) % 60)}:${two(whole % 60)}`;
  return `${clock}${mark}${String(milliseconds % 1000).padStart(3, '0')}`;
}

import type { SpanList } from '../alignment/span-list.js';
import type { Speech } from './speech.js';

/** How far to skip: by so many words, sentences or paragraphs, of which only whole ones count, or by seconds; below 0 is back. */
export type SkipStep =
  | { readonly words: number }
  | { readonly sentences: number }
  | { readonly paragraphs: number }
  | { readonly seconds: number };

/** Seconds into a word, or a longer stretch, after which its own start comes first, as with a player of discs. */
const INTO_WORD = 0.3;
const INTO = 1.5;

/**
 * Moves by a step through the text, and plays on if it plays. The first step back leads to the start of what is being heard, unless that has only just begun.
 * Where nothing follows, it stays.
 *
 * @example skip(speech, { sentences: -1 })
 */
export function skip(speech: Speech, step: SkipStep): void {
  if ('seconds' in step) {
    speech.seek(Math.max(0, speech.currentTime() + step.seconds));
    return;
  }
  const { spans } = speech.getSnapshot().timeline;
  if ('words' in step) skipIn(speech, spans.words, step.words, INTO_WORD);
  else if ('sentences' in step) skipIn(speech, spans.sentences, step.sentences, INTO);
  else skipIn(speech, spans.paragraphs, step.paragraphs, INTO);
}

function skipIn(speech: Speech, spans: SpanList, count: number, grace: number): void {
  const steps = Math.trunc(count);
  if (!steps || spans.count === 0) return;
  const offset = speech.currentOffset();
  const index = Math.max(0, spans.indexAt(offset));
  const isWithin = steps < 0 && isPast(speech, spans.start(index), offset, grace);
  const to = Math.max(0, index + steps + (isWithin ? 1 : 0));
  if (to < spans.count) speech.seekToOffset(spans.start(to));
}

/** Whether a stretch that starts at an offset has been heard for longer than it takes to press again. */
function isPast(speech: Speech, start: number, offset: number, grace: number): boolean {
  const startTime = speech.getSnapshot().timeline.timeAt(start);
  return startTime === null ? offset > start : speech.currentTime() - startTime > grace;
}

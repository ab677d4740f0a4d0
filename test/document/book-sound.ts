import type { Timeline } from 'react-readalong';
import type { FakeSource } from '../helpers/fake-audio-context.js';
import { heardCharacters } from '../helpers/heard-characters.js';

/** Seconds at a character's end that are not listened to, where the next one begins. */
const EDGE = 0.004;

/** Code points before each UTF-16 offset of a text, and in all of it. */
export function codePointsBefore(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    before[at] = count;
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    if (isPair) before[++at] = count;
    count++;
  }
  before[text.length] = count;
  return before;
}

/**
 * The words of a text that was played once from end to end, by the tones that were played at the time of each: the word where its own
 * tone was, null where another was. A tone tells the place of a character within its request, so that a word may be the place that
 * follows on from the word before it, or the first of a request.
 */
export function soundedWords(
  sources: readonly FakeSource[],
  sampleRate: number,
  timeline: Timeline,
): (string | null)[] {
  const samples = joined(sources, sampleRate);
  const before = codePointsBefore(timeline.text);
  let requestStart = 0;
  return Array.from({ length: timeline.spans.words.count }, (_, word) => {
    const start = timeline.spans.words.start(word);
    const place = before[start] ?? 0;
    const from = timeline.timeAt(start) ?? Number.NaN;
    const until = timeline.timeAt(timeline.characterEnd(start)) ?? timeline.duration ?? from;
    // The first character of a request begins with silence, the last one ends with it.
    const sound = samples.subarray(Math.round(from * sampleRate), Math.round((until - EDGE) * sampleRate));
    const isNow = (index: number): boolean => heardCharacters(sound, sampleRate, index).at(-1)?.index === index;
    const follows = isNow(place - requestStart);
    if (!follows && !isNow(0)) return null;
    if (!follows) requestStart = place;
    return timeline.text.slice(start, timeline.spans.words.end(word));
  });
}

/** What was played, one source behind the other: silence for want of sound is no part of it. */
function joined(sources: readonly FakeSource[], sampleRate: number): Float32Array {
  const played = [...sources]
    .filter(({ samples }) => samples.length > 1)
    .sort((a, b) => a.startTime - b.startTime)
    .map(({ samples, startTime, stopTime }) =>
      stopTime === null ? samples : samples.subarray(0, Math.max(0, Math.round((stopTime - startTime) * sampleRate))),
    );
  const all = new Float32Array(played.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of played) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

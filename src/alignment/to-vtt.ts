import { type Cue, type CueOptions, clockTime, cuesOf, toMilliseconds } from './cues.js';
import type { Timeline } from './timeline.js';

export interface ToVTTOptions extends CueOptions {
  /** Whether each word has a time of its own within its cue. @default true */
  words?: boolean | undefined;
}

/** A timeline as WebVTT, with times for words. What has no time is left out. Milliseconds, as the format has them. */
export function toVTT(timeline: Timeline, { words = true, ...options }: ToVTTOptions = {}): string {
  const blocks = cuesOf(timeline, options).map((cue) => {
    const times = `${stamp(toMilliseconds(cue.start))} --> ${stamp(toMilliseconds(cue.end))}`;
    return `${times}\n${words ? timedText(cue) : escaped(cue.text)}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** A time stands in front of each word, and behind one that ends before the next begins: they must rise within a cue. */
function timedText({ text, start, end, offset, words }: Cue): string {
  let written = '';
  let at = 0;
  let latest = toMilliseconds(start);
  const mark = (seconds: number): void => {
    const time = toMilliseconds(seconds);
    if (time <= latest || time >= toMilliseconds(end)) return;
    written += `<${stamp(time)}>`;
    latest = time;
  };
  for (const [i, word] of words.entries()) {
    written += escaped(text.slice(at, word.start - offset));
    mark(word.startTime ?? start);
    written += escaped(word.text);
    at = word.end - offset;
    const next = words[i + 1]?.startTime ?? end;
    if (word.endTime !== null && toMilliseconds(word.endTime) < toMilliseconds(next)) mark(word.endTime);
  }
  return written + escaped(text.slice(at));
}

const stamp = (milliseconds: number): string => clockTime(milliseconds, '.');

/** A blank line would end the cue, and there is none within a paragraph but of white space. */
const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\n\s*\n/g, '\n');

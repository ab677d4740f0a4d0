import { type CueOptions, clockTime, cuesOf, toMilliseconds } from './cues.js';
import type { Timeline } from './timeline.js';

/** A timeline as SubRip, a cue for each sentence. What has no time is left out. */
export function toSRT(timeline: Timeline, options?: CueOptions): string {
  const stamp = (seconds: number): string => clockTime(toMilliseconds(seconds), ',');
  return cuesOf(timeline, options)
    .map(({ text, start, end }, i) => `${i + 1}\n${stamp(start)} --> ${stamp(end)}\n${inOneBlock(text)}\n`)
    .join('\n');
}

/** A blank line would end the cue, and an arrow begin another: the format cannot escape it. */
const inOneBlock = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n\s*\n/g, '\n')
    .replace(/-->/g, '→');

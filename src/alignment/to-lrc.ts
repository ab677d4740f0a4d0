import { type CueOptions, cuesOf } from './cues.js';
import type { Timeline } from './timeline.js';

/** A timeline as enhanced LRC: a line for each sentence, a time for each word. Hundredths of a second, as the format has them. */
export function toLRC(timeline: Timeline, options?: CueOptions): string {
  return cuesOf(timeline, options)
    .map(({ text, offset, start, end, words }) => {
      let line = `[${stamp(start)}]`;
      let at = 0;
      for (const word of words) {
        line += `${inOneLine(text.slice(at, word.start - offset))}<${stamp(word.startTime ?? start)}>${word.text}`;
        at = word.end - offset;
      }
      return `${line}${inOneLine(text.slice(at))}<${stamp(end)}>\n`;
    })
    .join('');
}

function stamp(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

const inOneLine = (text: string): string => text.replace(/\s*[\n\r]\s*/g, ' ');

import { type CueOptions, cuesOf } from './cues.js';
import type { Timeline } from './timeline.js';

/** A timeline as enhanced LRC: a line for each sentence, a time for each word. Hundredths of a second, as the format has them. */
export function toLRC(timeline: Timeline, options?: CueOptions): string {
  return cuesOf(timeline, options)
    .map(({ text, offset, start, end, words }) => {
      let line = `[${stamp(start)}]`;
      let at = 0;
      for (const word of words) {
        line += `${plain(text.slice(at, word.start - offset))}<${stamp(word.startTime ?? start)}>${plain(word.text)}`;
        at = word.end - offset;
      }
      return `${line}${plain(text.slice(at))}<${stamp(end)}>\n`;
    })
    .join('');
}

function stamp(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

/** In one line, and without what would be a time or a field of the format, which cannot escape it: its brackets become others. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, (space) => (/[\n\r]/.test(space) ? ' ' : space))
    .replace(/<(?=[\d.:]+>)/g, '‹')
    .replace(/\[(?=[\p{L}\p{N}#_]+:)/gu, '［');

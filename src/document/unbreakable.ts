import { findAudioTags, findSsmlTags } from '../alignment/find-tags.js';
import type { SpanList } from '../alignment/span-list.js';

/** How far around a place a tag that holds it can reach, in UTF-16 units. */
export const TAG_REACH = 400;
/** Elements of SSML that are read as one, and addresses, which scripts without spaces write within a run. */
const WHOLE = /<(phoneme|sub|say-as)\s[^<>\n]{0,300}>[^<>\n]{0,60}<\/\1>|(?:https?:\/\/|www\.)[!-;=?-~]+/gi;
const NUMBER_BEFORE = /\p{N}[.,:/\-–−'’٫٬．，：]?$/u;
const NUMBER_AFTER = /^[.,:/\-–−'’٫٬．，：]?\p{N}/u;
const THOUSANDS_BEFORE = /\p{N}[ \u00a0\u2009\u202f]$/u;
const THOUSANDS_AFTER = /^\p{N}{3}(?!\p{N})/u;

/** Tags, elements and addresses in a stretch of a text, as pairs of offsets; a tag is whole within TAG_REACH of the stretch. */
export function findUnbreakable(text: string, low: number, high: number, more?: SpanList): [number, number][] {
  const from = Math.max(0, low - TAG_REACH);
  const around = text.slice(from, high + TAG_REACH);
  const found: [number, number][] = [];
  if (/[[<]/.test(around)) {
    for (const tags of [findAudioTags(around), findSsmlTags(around)])
      for (let i = 0; i < tags.count; i++) found.push([from + tags.start(i), from + tags.end(i)]);
  }
  for (const match of around.matchAll(WHOLE)) found.push([from + match.index, from + match.index + match[0].length]);
  if (more) {
    for (let i = Math.max(0, more.indexAt(low)); i < more.count && more.start(i) < high; i++)
      found.push([more.start(i), more.end(i)]);
  }
  return found;
}

/** Whether an offset lies within a number, a date or a time of day. */
export function isWithinNumber(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 4), offset);
  const after = text.slice(offset, offset + 8);
  if (NUMBER_BEFORE.test(before) && NUMBER_AFTER.test(after)) return true;
  return THOUSANDS_BEFORE.test(before) && THOUSANDS_AFTER.test(after);
}

import { createColumn } from './column.js';
import { findAudioTags, findSsmlTags } from './find-tags.js';
import type { SpanList } from './span-list.js';
import { UNSPACED } from './unspaced-script.js';

/** What of a text is shown: everything that is sent is heard. */
export interface ShowOptions {
  /** Whether audio tags (`[laughs]`) are shown. Hide them where the model performs them. @default 'show' */
  audioTags?: 'show' | 'hide' | undefined;
  /** Whether SSML tags (`<break time="1s" />`) are shown; what they enclose always is. Hide them where the model obeys them. @default 'show' */
  ssmlTags?: 'show' | 'hide' | undefined;
}

/** What a reader sees of a text that was sent. All offsets are UTF-16 units. */
export interface ShownText {
  readonly text: string;
  readonly sourceText: string;
  /** What was asked to be hidden. */
  readonly show: ShowOptions;
  /** The offset in the text that was sent of a character that is shown: 0 to its length, NaN as 0. O(log n) of the tags. */
  toSource(offset: number): number;
  /** The offset among what is shown of a character that was sent; within a tag that of what follows it. 0 to the length, NaN as 0. O(log n) of the tags. */
  toShown(offset: number): number;
}

/** A text without the tags that are to be hidden, and with one space where one is due in their place. */
export function createShownText(source: string, show: ShowOptions = {}): ShownText {
  const { audioTags, ssmlTags } = show;
  const cuts = [
    ...(audioTags === 'hide' ? cutsOf(source, findAudioTags(source), () => true) : []),
    ...(ssmlTags === 'hide' ? cutsOf(source, findSsmlTags(source), (tag) => /^<break/i.test(tag)) : []),
  ].sort((a, b) => a.start - b.start);
  return cuts.length > 0 ? { ...cutText(source, joinedCuts(source, cuts)), show } : { ...sameText(source), show };
}

/** A text that is shown as it was sent. */
export function sameText(text: string): ShownText {
  const same = (offset: number): number => within(text, offset);
  return { text, sourceText: text, show: {}, toSource: same, toShown: same };
}

/** An offset that a text has: what is no number is 0, what lies outside the nearest end. */
const within = (text: string, offset: number): number => (offset > 0 ? Math.min(offset, text.length) : 0);

interface Cut {
  readonly start: number;
  readonly end: number;
  /** Whether it parts the words at its sides. */
  readonly parts: boolean;
}

function cutsOf(source: string, tags: SpanList, parts: (tag: string) => boolean): Cut[] {
  return Array.from({ length: tags.count }, (_, i) => {
    const start = tags.start(i);
    const end = tags.end(i);
    return { start, end, parts: parts(source.slice(start, end)) };
  });
}

/** Tags with nothing but spaces between them are one, and take the space with them that would stand double or at an end. */
function joinedCuts(source: string, cuts: readonly Cut[]): Cut[] {
  const joined: Cut[] = [];
  for (const cut of cuts) {
    const last = joined.at(-1);
    const between = last ? source.slice(last.end, cut.start) : '';
    if (last && /^[^\S\n]*$/.test(between))
      joined[joined.length - 1] = { ...last, end: cut.end, parts: last.parts || cut.parts || between !== '' };
    else joined.push(cut);
  }
  return joined.map((cut, i) =>
    mendSpaces(source, cut, joined[i - 1]?.end ?? 0, joined[i + 1]?.start ?? source.length),
  );
}

const OPENS = /[\s\p{Ps}\p{Pi}"'\p{Pd}]/u;
const CLOSES = /[\s\p{Pe}\p{Pf}.,;:!?…"'\p{Pd}]/u;

function mendSpaces(source: string, cut: Cut, least: number, most: number): Cut {
  let { start, end } = cut;
  const before = source[start - 1] ?? '\n';
  const after = source[end] ?? '\n';
  const isSpace = (offset: number): boolean => /[^\S\n]/.test(source[offset] ?? '');
  if (/\s/.test(before) && /\s/.test(after) && before !== '\n' && after === '\n')
    while (start > least && isSpace(start - 1)) start--;
  else if (/\s/.test(before)) while (end < most && isSpace(end)) end++;
  if (/[^\S\n]/.test(source[start - 1] ?? '') && start > least && /[.,;:!?…]/.test(source[end] ?? ''))
    while (start > least && isSpace(start - 1)) start--;
  const parts = cut.parts && !OPENS.test(before) && !CLOSES.test(after) && !UNSPACED.test(before + after);
  return { start, end, parts };
}

/** One space stands for a cut between words: it has the place of the first character that was cut. */
function cutText(source: string, cuts: readonly Cut[]): ShownText {
  const starts = createColumn(Int32Array);
  const shownStarts = createColumn(Int32Array);
  const ends: number[] = [];
  const shownEnds: number[] = [];
  let text = '';
  let from = 0;
  for (const { start, end, parts } of cuts) {
    text += source.slice(from, start) + (parts ? ' ' : '');
    const kept = parts ? 1 : 0;
    if (end > start + kept) {
      starts.push(start + kept);
      ends.push(end);
      shownStarts.push(text.length);
      shownEnds.push(text.length);
    }
    from = end;
  }
  text += source.slice(from);
  return {
    text,
    sourceText: source,
    show: {},
    toSource(offset) {
      const place = within(text, offset);
      const cut = shownStarts.lastAtOrBelow(place);
      return cut < 0 ? place : (ends[cut] ?? 0) + place - (shownEnds[cut] ?? 0);
    },
    toShown(offset) {
      const place = within(source, offset);
      const cut = starts.lastAtOrBelow(place);
      if (cut < 0) return place;
      return (shownEnds[cut] ?? 0) + Math.max(0, place - (ends[cut] ?? 0));
    },
  };
}

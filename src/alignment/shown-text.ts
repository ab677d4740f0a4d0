import { createColumn } from './column.js';
import { findAudioTags, findSsmlTags } from './find-tags.js';
import type { SpanList } from './span-list.js';

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
  /** The offset in the text that was sent of a character that is shown. O(log n) of the tags. */
  toSource(offset: number): number;
  /** The offset among what is shown of a character that was sent; within a tag that of what follows it. O(log n) of the tags. */
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
  return { text, sourceText: text, show: {}, toSource: (offset) => offset, toShown: (offset) => offset };
}

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
    if (last && cut.parts && last.parts && /^[^\S\n]*$/.test(source.slice(last.end, cut.start)))
      joined[joined.length - 1] = { ...last, end: cut.end };
    else joined.push(cut);
  }
  return joined.map((cut, i) =>
    mendSpaces(source, cut, joined[i - 1]?.end ?? 0, joined[i + 1]?.start ?? source.length),
  );
}

const NEEDS_NO_SPACE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
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
  const parts = cut.parts && !OPENS.test(before) && !CLOSES.test(after) && !NEEDS_NO_SPACE.test(before + after);
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
      const cut = shownStarts.lastAtOrBelow(offset);
      return cut < 0 ? offset : (ends[cut] ?? 0) + offset - (shownEnds[cut] ?? 0);
    },
    toShown(offset) {
      const cut = starts.lastAtOrBelow(offset);
      if (cut < 0) return offset;
      return (shownEnds[cut] ?? 0) + Math.max(0, offset - (ends[cut] ?? 0));
    },
  };
}

import { graphemeStart } from '../alignment/grapheme-border.js';
import type { SpanList } from '../alignment/span-list.js';
import { BORDER_KINDS, type BorderKind, borderPlaces } from './border-places.js';
import { isHigh } from './code-points.js';
import { isHeading } from './heading.js';
import { findUnbreakable, isWithinNumber } from './unbreakable.js';

/** Where a text may be cut, in UTF-16 offsets: borders are wished for in [low, high) and allowed in [least, most). */
export interface BorderSearch {
  readonly target: number;
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
  readonly locale?: string | undefined;
  /** Never cut within one of these, beside the tags and addresses that are found anyway. */
  readonly protected?: SpanList | undefined;
}

export interface Border {
  readonly offset: number;
  /** `null`: nothing but the middle of something was within reach. */
  readonly kind: BorderKind | null;
}

const BLANK_LINE = /\n[^\S\n]*\n\s*$/;

/**
 * The best place to cut a text near a target: of the best kind, and the nearest of that kind. Never within a grapheme, a tag, an
 * address or a number, and never behind a heading, unless nothing else is allowed. Bounded by the reach, not by the text.
 */
export function findBorder(text: string, search: BorderSearch): Border {
  const { target, low, high, least, most, locale } = search;
  const tags = findUnbreakable(text, least, most, search.protected);
  const nearest = (kind: BorderKind, from: number, to: number): number | undefined =>
    borderPlaces(text, kind, from, to, tags, locale)
      .sort((a, b) => Math.abs(a - target) - Math.abs(b - target) || a - b)
      .find((place) => isAllowed(text, place, tags));
  const words = BORDER_KINDS.indexOf('word');
  for (const kind of BORDER_KINDS.slice(0, words + 1)) {
    const offset = nearest(kind, low, high);
    if (offset !== undefined) return { offset, kind };
  }
  if (least < low || most > high) {
    for (const kind of BORDER_KINDS.slice(0, words + 1)) {
      const offset = nearest(kind, least, most);
      if (offset !== undefined) return { offset, kind };
    }
  }
  for (const kind of BORDER_KINDS.slice(words + 1)) {
    const offset = nearest(kind, least, most);
    if (offset !== undefined) return { offset, kind };
  }
  return { offset: anywhere(text, search), kind: null };
}

/** Whether a part may begin at an offset. */
export function isAllowed(text: string, offset: number, tags: readonly (readonly [number, number])[]): boolean {
  if (/\s/.test(text[offset] ?? ' ')) return false;
  if (tags.some(([start, end]) => start < offset && offset < end)) return false;
  return !isWithinNumber(text, offset) && graphemeStart(text, offset) === offset && !isBehindHeading(text, offset);
}

function isBehindHeading(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 400), offset);
  if (!BLANK_LINE.test(before)) return false;
  const lines = before.trimEnd();
  const start = lines.lastIndexOf('\n') + 1;
  const isAlone = start > 0 ? /(?:^|\n)[^\S\n]*\n$/.test(lines.slice(0, start)) : offset <= 400;
  return isAlone && isHeading(lines, start, lines.length);
}

/** A code point's border that parts nothing but white space from what follows, if there is one. */
function anywhere(text: string, { target, least, most }: BorderSearch): number {
  const isPossible = (at: number): boolean =>
    at >= least && at < most && /\S/.test(text[at] ?? ' ') && !isHigh(text, at - 1);
  for (let distance = 0; distance <= most - least; distance++) {
    if (isPossible(target - distance)) return target - distance;
    if (isPossible(target + distance)) return target + distance;
  }
  return target;
}

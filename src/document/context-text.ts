import { graphemeStart } from '../alignment/grapheme-border.js';
import { createShownText } from '../alignment/shown-text.js';
import { borderPlaces } from './border-places.js';
import { findUnbreakable } from './unbreakable.js';

/** In UTF-16 units: some sentences, enough for the voice to go on as it was. */
const MOST = 300;

/**
 * What is said before an offset, for `previous_text`: the whole sentences nearest to it, or as many words as there is room for
 * where the nearest is longer. At most `most` UTF-16 units (300), without audio tags and without white space at its ends.
 */
export function textBefore(text: string, offset: number, most: number = MOST, locale?: string): string {
  const end = text.slice(0, outsideTags(text, offset, 0)).trimEnd().length;
  const low = end - most;
  if (low <= 0) return spoken(text.slice(0, end));
  // A sentence that begins just where there is room has its place in the range.
  const start = placesBetween(text, low, end, locale)[0] ?? end;
  return spoken(text.slice(start, end));
}

/** What is said behind an offset, for `next_text`, in the same way. */
export function textAfter(text: string, offset: number, most: number = MOST, locale?: string): string {
  const place = outsideTags(text, offset, 1);
  const start = text.length - text.slice(place).trimStart().length;
  const high = start + most;
  if (high >= text.length) return spoken(text.slice(start));
  // What ends just where there is room has the next begin behind the white space.
  const end = placesBetween(text, start + 1, high + 2, locale).findLast(
    (place) => text.slice(start, place).trimEnd().length <= most,
  );
  return spoken(text.slice(start, end ?? start));
}

/** Where sentences begin in a range, else words, else graphemes; never within a tag. */
function placesBetween(text: string, low: number, high: number, locale: string | undefined): number[] {
  const tags = findUnbreakable(text, low, high);
  for (const kind of ['sentence', 'word', 'grapheme'] as const) {
    const places = borderPlaces(text, kind, low, high, tags, locale).filter(
      (place) => !tags.some(([start, end]) => start < place && place < end) && graphemeStart(text, place) === place,
    );
    if (places.length > 0) return places;
  }
  return [];
}

/** An offset that lies within a tag or a grapheme is taken for that one's start or, with `side` 1, a tag's end. */
function outsideTags(text: string, offset: number, side: 0 | 1): number {
  const place = graphemeStart(text, offset);
  const tag = findUnbreakable(text, place, place + 1).find(([start, end]) => start < place && place < end);
  return tag ? tag[side] : place;
}

const spoken = (text: string): string => createShownText(text, { audioTags: 'hide' }).text.trim();

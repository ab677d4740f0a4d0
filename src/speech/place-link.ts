import { graphemeStart } from '../alignment/grapheme-border.js';
import { bookmarkPlace, findBookmarkPlace } from './bookmark-place.js';

/** UTF-16 units of text that a link carries at each side of its place. */
const QUOTED = 24;
/** What a browser keeps for itself in a fragment, as in `#:~:text=once`. */
const DIRECTIVE = ':~:';

/**
 * A link to a place in a text: `#place=OFFSET,BEFORE,AFTER`, with the words around it, so that it leads there also after an edit.
 * All else that the link and its fragment hold is kept. `usePlaceLink` opens it.
 *
 * @param text The text that was sent (`timeline.sourceText`), of whose UTF-16 units `offset` is one.
 * @param link @default the page's address; where there is no page, an empty link
 * @param name Tells the texts of one page apart: `#place-NAME=…`. @default none
 */
export function placeLink(
  text: string,
  offset: number,
  link: string | URL = pageAddress(),
  name?: string | undefined,
): string {
  const [address, own, directive] = partsOf(link);
  const key = keyOf(name);
  const place = bookmarkPlace(text, graphemeStart(text, Math.trunc(offset) || 0));
  const quotes = [place.before.slice(-QUOTED), place.after.slice(0, QUOTED)].map((quote) => encoded(quote));
  const kept = own.filter((part) => !part.startsWith(key));
  return `${address}#${[...kept, `${key}${[place.offset, ...quotes].join(',')}`].join('&')}${directive}`;
}

/**
 * The UTF-16 offset in a text that a link leads to, near the same words as when it was made; null where it names no place.
 *
 * @param name What the link's maker gave as its name. @default none
 */
export function placeOfLink(link: string | URL, text: string, name?: string | undefined): number | null {
  const [, own] = partsOf(link);
  const key = keyOf(name);
  const places = own.filter((part) => part.startsWith(key));
  const place = places[0]?.slice(key.length) ?? '';
  const [, digits, before = '', after = ''] = /^(\d{1,15})(?:,([^,]*),([^,]*))?$/.exec(place) ?? [];
  if (places.length !== 1 || digits === undefined) return null;
  return findBookmarkPlace(text, { offset: Number(digits), before: decoded(before), after: decoded(after) });
}

function partsOf(link: string | URL): [address: string, own: string[], directive: string] {
  const text = String(link);
  const hash = text.indexOf('#');
  if (hash < 0) return [text, [], ''];
  const fragment = text.slice(hash + 1);
  const cut = fragment.indexOf(DIRECTIVE);
  const own = (cut < 0 ? fragment : fragment.slice(0, cut)).split('&').filter((part) => part !== '');
  return [text.slice(0, hash), own, cut < 0 ? '' : fragment.slice(cut)];
}

const keyOf = (name = ''): string => (name === '' ? 'place=' : `place-${encoded(name)}=`);

/** Half of a pair, where a quote was cut, cannot be written in a link. */
const encoded = (quote: string): string =>
  encodeURIComponent(quote.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '').replace(/\p{Cs}/gu, '\ufffd')).replace(
    /'/g,
    '%27',
  );

/** A link may come from anywhere: what cannot be read quotes nothing. */
function decoded(quote: string): string {
  try {
    return decodeURIComponent(quote);
  } catch {
    return '';
  }
}

const pageAddress = (): string => (typeof location === 'undefined' ? '' : location.href);

/** What a browser keeps for itself in a fragment, as in `#:~:text=once`. */
const DIRECTIVE = ':~:';

/**
 * A link that opens a text where a reader is: `#read=OFFSET`, a UTF-16 offset in the text. All else that the link and its
 * fragment hold is kept.
 *
 * @param link @default the page's address; where there is no page, an empty link
 */
export function readLink(offset: number, link: string | URL = pageAddress()): string {
  const [address, fragment] = partsOf(link);
  const cut = fragment.indexOf(DIRECTIVE);
  const own = cut < 0 ? fragment : fragment.slice(0, cut);
  const kept = own.split('&').filter((part) => part !== '' && !/^read(?:=|$)/.test(part));
  const place = Math.max(0, Math.min(Math.floor(offset) || 0, Number.MAX_SAFE_INTEGER));
  return `${address}#${[...kept, `read=${place}`].join('&')}${cut < 0 ? '' : fragment.slice(cut)}`;
}

/** The offset that a link or a fragment (`location.hash`) names, or null: strictly one whole number. */
export function offsetOfLink(link: string | URL): number | null {
  const [, fragment] = partsOf(link);
  const own = fragment.split(DIRECTIVE)[0] ?? '';
  const places = own.split('&').filter((part) => /^read(?:=|$)/.test(part));
  const digits = /^read=(0|[1-9]\d*)$/.exec(places[0] ?? '')?.[1];
  const offset = Number(digits);
  return places.length === 1 && digits !== undefined && Number.isSafeInteger(offset) ? offset : null;
}

function partsOf(link: string | URL): [address: string, fragment: string] {
  const text = String(link);
  const hash = text.indexOf('#');
  return hash < 0 ? [text, ''] : [text.slice(0, hash), text.slice(hash + 1)];
}

const pageAddress = (): string => (typeof location === 'undefined' ? '' : location.href);

/** An element of the app's own content, as a tree of React elements or the DOM tells it. */
export interface MarkupElement {
  /** In lower case. */
  readonly tag: string;
  /** The value of an attribute, or null where it has none. */
  attribute(name: string): string | null;
}

/** What nobody reads out: code, controls, what is not text, and the small print over ruby letters. */
const UNSPOKEN = new Set(
  'audio button canvas code datalist embed iframe input math meter noscript object option pre progress rp rt samp script select style svg template textarea title video'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/**
 * Whether the text in an element is neither spoken nor lit: code, controls, what is hidden, and what has
 * `data-readalong-skip`. With `data-readalong-skip="false"` it is spoken whatever it is.
 */
export function isSkipped({ tag, attribute }: MarkupElement): boolean {
  const asked = attribute('data-readalong-skip');
  if (asked !== null) return asked !== 'false';
  return UNSPOKEN.has(tag) || attribute('hidden') !== null || attribute('aria-hidden') === 'true';
}

/** Whether an element begins a line of its own, and so a paragraph of what is spoken. */
export const isBlock = (tag: string): boolean => BLOCKS.has(tag);

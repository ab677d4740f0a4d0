import type { TextSpans } from '../alignment/text-spans.js';

/** The elements of a text's paragraphs, of which not all need be in the DOM. In the DOM they stand in the order of the text. */
export interface ParagraphElements {
  elementOf(index: number): Element | undefined;
  indexOf(element: Element): number | undefined;
  /** Indexes of the first and the last that are in the DOM, or null where none is. */
  ends(): { readonly first: number; readonly last: number } | null;
  /** The index of the next one in the DOM at or after (`step` 1) or at or before (-1) an index; none gives an index that has no element. */
  next(index: number, step: 1 | -1): number;
}

/** The paragraphs that are the first children of an element, from the first of the text on. */
export function paragraphsIn(root: Element): ParagraphElements {
  let indexes = new Map<Element, number>();
  const elementOf = (index: number): Element | undefined => {
    const child = root.children[index];
    return child?.tagName === 'P' ? child : undefined;
  };
  function count(): number {
    let last = root.childElementCount;
    while (last > 0 && !elementOf(last - 1)) last--;
    return last;
  }
  return {
    elementOf,
    indexOf(element) {
      if (element.parentNode !== root) return undefined;
      if (!indexes.has(element)) indexes = new Map([...root.children].map((child, index) => [child, index]));
      return element.tagName === 'P' ? indexes.get(element) : undefined;
    },
    ends() {
      const shown = count();
      return shown > 0 ? { first: 0, last: shown - 1 } : null;
    },
    next: (index, step) => (step === 1 ? index : Math.min(index, count() - 1)),
  };
}

/** The text of a paragraph, by its index. */
export const paragraphText = ({ text, paragraphs }: Pick<TextSpans, 'text' | 'paragraphs'>, index: number): string =>
  text.slice(paragraphs.start(index), paragraphs.end(index));

/** Whether indentation or runs of spaces are to be seen, which a poem or a table has on purpose. */
export const hasMeantSpaces = (text: string): boolean => MEANT_SPACES.test(text);

const MEANT_SPACES = /[^\S\n]{2}|\t|(?:^|\n)[^\S\n]/;

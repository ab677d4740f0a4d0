import { type Letters, lettersOf } from './letters.js';
import { isElement, isText } from './paragraph-point.js';
import { isSkippedElement } from './text-of-element.js';

/** The letters that an element's own markup shows, node by node. */
export interface MarkupLetters {
  readonly text: string;
  /** Where a letter stands, by its number, or null where there is none such. */
  pointOf(letter: number): { readonly node: Text; readonly offset: number } | null;
  /** The letters of a text node and how many come before them, or null for one that is not spoken. */
  inNode(node: Text): { readonly letters: Letters; readonly before: number } | null;
}

/** Letters of nodes that stay while others around them come and go. */
const known = new WeakMap<Text, { readonly data: string; readonly letters: Letters }>();

/** Reads the text nodes of an element that are spoken. Touches none. */
export function readMarkupLetters(content: Element | null): MarkupLetters {
  const nodes: Text[] = [];
  const befores: number[] = [];
  const places = new Map<Text, number>();
  const texts: string[] = [];
  let count = 0;
  for (const node of content ? spokenTexts(content) : []) {
    const { text } = lettersIn(node);
    if (text === '') continue;
    places.set(node, nodes.length);
    nodes.push(node);
    befores.push(count);
    texts.push(text);
    count += text.length;
  }

  return {
    text: texts.join(''),
    pointOf(letter) {
      if (letter < 0 || letter >= count) return null;
      const place = lastAtOrBelow(befores, letter);
      const node = nodes[place];
      if (!node) return null;
      // It may have become shorter a moment ago.
      return { node, offset: Math.min(lettersIn(node).at(letter - (befores[place] ?? 0)), node.length) };
    },
    inNode(node) {
      const place = places.get(node);
      return place === undefined ? null : { letters: lettersIn(node), before: befores[place] ?? 0 };
    },
  };
}

function lettersIn(node: Text): Letters {
  const { data } = node;
  let found = known.get(node);
  if (found?.data !== data) {
    found = { data, letters: lettersOf(data) };
    known.set(node, found);
  }
  return found.letters;
}

function* spokenTexts(content: Element): Generator<Text, void, undefined> {
  const walker = content.ownerDocument.createTreeWalker(
    content,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => (isElement(node) && isSkippedElement(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isText(node)) yield node;
}

function lastAtOrBelow(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

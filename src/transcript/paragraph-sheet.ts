import type { TextSpans } from '../alignment/text-spans.js';
import { hasMeantSpaces, type ParagraphElements, paragraphText } from './paragraph-elements.js';

/** The paragraphs of a long text that are in the DOM, as elements made here. */
export interface ParagraphSheet extends ParagraphElements {
  /** Brings exactly these paragraphs (ascending indexes) into the DOM. Returns those that were not there. */
  keep(indexes: readonly number[]): readonly HTMLElement[];
  /** Puts a paragraph so many CSS pixels below the top. Whether it was elsewhere. */
  place(index: number, top: number): boolean;
  /** The same text with more behind it, or another one. */
  setText(spans: Pick<TextSpans, 'text' | 'paragraphs'>): void;
  /** What is in the DOM; the same array while that is the same. */
  shown(): readonly ShownParagraph[];
}

export interface ShownParagraph {
  readonly index: number;
  readonly element: HTMLElement;
  /** The text as the sheet put it there: who shows it otherwise takes it away. */
  readonly node: Text;
}

/** Names the paragraph of an element, by its index. */
export const INDEX_ATTRIBUTE = 'data-paragraph';

/** Creates the sheet that fills `host`, an element of its own. */
export function createParagraphSheet(host: HTMLElement, first: Pick<TextSpans, 'text' | 'paragraphs'>): ParagraphSheet {
  let spans = first;
  const paragraphs = new Map<number, ShownParagraph>();
  const indexes = new Map<Element, number>();
  let shown: readonly ShownParagraph[] = [];
  // The virtual list keeps the place; a browser that does so too would move the page twice.
  Object.assign(host.style, { position: 'relative', overflowAnchor: 'none' });

  function make(index: number): ShownParagraph {
    const text = paragraphText(spans, index);
    const element = host.ownerDocument.createElement('p');
    const node = host.ownerDocument.createTextNode(text);
    element.dir = 'auto';
    element.setAttribute(INDEX_ATTRIBUTE, `${index}`);
    element.toggleAttribute('data-spaces', hasMeantSpaces(text));
    element.append(node);
    Object.assign(element.style, { position: 'absolute', insetInline: '0' });
    const made = { index, element, node };
    paragraphs.set(index, made);
    indexes.set(element, index);
    return made;
  }

  function drop({ index, element }: ShownParagraph): void {
    paragraphs.delete(index);
    indexes.delete(element);
    element.remove();
  }

  return {
    elementOf: (index) => paragraphs.get(index)?.element,
    indexOf: (element) => indexes.get(element),
    ends() {
      const [from, to] = [shown[0], shown.at(-1)];
      return from && to ? { first: from.index, last: to.index } : null;
    },
    next(index, step) {
      if (paragraphs.has(index)) return index;
      const found = step === 1 ? shown.find((one) => one.index > index) : shown.findLast((one) => one.index < index);
      return found?.index ?? -1;
    },
    keep(wanted) {
      const isSame = wanted.length === shown.length && wanted.every((index, at) => shown[at]?.index === index);
      if (isSame) return [];
      const wants = new Set(wanted);
      for (const one of [...paragraphs.values()]) if (!wants.has(one.index)) drop(one);
      const made: HTMLElement[] = [];
      let before: Element | null = null;
      for (const index of wanted) {
        if (!paragraphs.has(index)) {
          const { element } = make(index);
          made.push(element);
          host.insertBefore(element, before ? before.nextSibling : host.firstChild);
        }
        before = paragraphs.get(index)?.element ?? before;
      }
      shown = wanted.flatMap((index) => paragraphs.get(index) ?? []);
      return made;
    },
    place(index, top) {
      const element = paragraphs.get(index)?.element;
      const length = `${top}px`;
      if (!element || element.style.insetBlockStart === length) return false;
      element.style.insetBlockStart = length;
      return true;
    },
    setText(next) {
      const before = spans;
      spans = next;
      for (const one of shown) {
        const isKept = one.index < next.paragraphs.count;
        if (!isKept || paragraphText(before, one.index) !== paragraphText(next, one.index)) drop(one);
      }
      shown = shown.filter(({ index }) => paragraphs.has(index));
    },
    shown: () => shown,
  };
}

import { isBlock, isSkipped } from './markup-rules.js';
import { isElement, isText } from './paragraph-point.js';
import { createSpokenText, type SpokenText } from './spoken-text.js';

/** Whether the text in an element of the DOM is neither spoken nor lit. */
export const isSkippedElement = (element: Element): boolean =>
  isSkipped({ tag: element.localName, attribute: (name) => element.getAttribute(name) });

/**
 * The text of an element that is to be spoken: an empty line between blocks, without code, controls and what has
 * `data-readalong-skip`. For content that only the DOM has whole, as HTML that was set or components that make text up.
 */
export function textOfElement(element: Element): string {
  const spoken = createSpokenText();
  for (const node of element.childNodes) gather(node, spoken);
  return spoken.toString();
}

function gather(node: Node, spoken: SpokenText): void {
  if (isText(node)) spoken.add(node.data);
  if (!isElement(node)) return;
  if (node.localName === 'br') spoken.breakLine();
  const isOwnBlock = isBlock(node.localName);
  if (isOwnBlock) spoken.breakParagraph();
  if (!isSkippedElement(node)) for (const child of node.childNodes) gather(child, spoken);
  if (isOwnBlock) spoken.breakParagraph();
}

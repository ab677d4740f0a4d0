/** By its number: a text in another window is no `instanceof Text` of this one. */
export const isText = (node: Node | null): node is Text => node?.nodeType === 3;

export const isElement = (node: EventTarget | null): node is Element =>
  node !== null && 'nodeType' in node && node.nodeType === 1;

/** Where the word of an element starts and ends in the text (UTF-16 offsets), as it is written on the element. */
function wordOf(node: Node | null): { readonly start: number; readonly end: number } | null {
  const start = isElement(node) && node.getAttribute('data-start');
  return start && isElement(node) ? { start: Number(start), end: Number(node.getAttribute('data-end')) } : null;
}

/** The DOM point of an offset in a paragraph that starts at `start`; the last there is where it ends sooner. */
export function pointWithin(
  paragraph: Element,
  start: number,
  offset: number,
): { readonly node: Text; readonly offset: number } | null {
  let at = start;
  let last: Text | null = null;
  for (let node = paragraph.firstChild; node; node = node.nextSibling) {
    const word = wordOf(node);
    const end = word ? word.end : at + (isText(node) ? node.length : 0);
    const isLast = node.nextSibling === null;
    if (offset < end || (isLast && offset <= end)) {
      if (isText(node)) return { node, offset: offset - at };
      const inside = pointInWord(node, offset - (word?.start ?? at));
      if (inside) return inside;
    }
    if (isText(node)) last = node;
    at = end;
  }
  return last && { node: last, offset: last.length };
}

/** The offset of a DOM point in a paragraph that starts at `start`, or null behind its end. */
export function offsetWithin(paragraph: Element, start: number, node: Node, offset: number): number | null {
  if (node === paragraph) {
    const child = paragraph.childNodes[offset];
    return child ? startOf(paragraph, start, child) : null;
  }
  let child = node;
  while (child.parentNode && child.parentNode !== paragraph) child = child.parentNode;
  const from = startOf(paragraph, start, child);
  if (child === node && isText(node)) return from + offset;
  const word = wordOf(child);
  const before = lettersBefore(child, node, offset);
  return word ? Math.min(word.end, from + before) : from + before;
}

function startOf(paragraph: Element, start: number, child: Node): number {
  let at = start;
  for (let node = paragraph.firstChild; node && node !== child; node = node.nextSibling)
    at = wordOf(node)?.end ?? at + (isText(node) ? node.length : 0);
  return wordOf(child)?.start ?? at;
}

function pointInWord(word: Node, offset: number): { readonly node: Text; readonly offset: number } | null {
  let left = offset;
  let last: Text | null = null;
  for (const node of textsOf(word)) {
    if (left < node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last && { node: last, offset: last.length };
}

/** Letters of `within` in front of a DOM point of it. */
function lettersBefore(within: Node, node: Node, offset: number): number {
  const target = isText(node) ? node : (node.childNodes[offset] ?? null);
  let letters = 0;
  for (const text of textsOf(within)) {
    if (text === node) return letters + offset;
    if (target && !isText(node) && (text === target || target.contains(text))) return letters;
    letters += text.length;
  }
  return letters;
}

function* textsOf(node: Node): Generator<Text, void, undefined> {
  const walker = (node.ownerDocument ?? document).createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) if (isText(text)) yield text;
}

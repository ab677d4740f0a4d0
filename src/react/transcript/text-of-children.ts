import { Fragment, isValidElement, type ReactNode, StrictMode, Suspense } from 'react';
import { isBlock, isSkipped } from '../../transcript/markup-rules.js';
import { createSpokenText, type SpokenText } from '../../transcript/spoken-text.js';

/**
 * The text of React children that is to be spoken, the same on a server and in a browser: an empty line between blocks,
 * without code, controls and what has `data-readalong-skip`. Nothing is rendered: of a component it knows the children that
 * it is given. For text that components make up themselves there is `textOfElement`.
 *
 * @example
 * const article = <><h1>Low water</h1><p>The tide goes out.</p></>;
 * const { speech } = useSpeech({ text: textOfChildren(article), voiceId });
 * <ReadAlongText speech={speech}>{article}</ReadAlongText>
 */
export function textOfChildren(children: ReactNode): string {
  const spoken = createSpokenText();
  gather(children, spoken, false);
  return spoken.toString();
}

/** `isInLine`: it stands in a line with text, where a component is a part of that line. */
function gather(node: unknown, spoken: SpokenText, isInLine: boolean): void {
  if (isText(node)) spoken.add(`${node}`);
  else if (isValidElement<Props>(node)) gatherElement(node.type, node.props, spoken, isInLine);
  else if (isList(node)) {
    const children = [...node];
    const hasText = isInLine || children.some(beginsLine);
    for (const child of children) gather(child, spoken, hasText);
  }
}

function gatherElement(type: unknown, props: Props, spoken: SpokenText, isInLine: boolean): void {
  const tag = tagOf(type);
  if (tag === 'br') spoken.breakLine();
  const isOwnBlock = tag === null ? !(isInLine || isWrapper(type)) : isBlock(tag);
  if (isOwnBlock) spoken.breakParagraph();
  // What is in a line has only lines in it; a component is where it stands.
  const hasLines = tag === null ? isInLine : !isOwnBlock || LINES.has(tag);
  if (!isSkipped({ tag: tag ?? '', attribute: (name) => attributeOf(props, name) }))
    gather(props.children, spoken, hasLines);
  if (isOwnBlock) spoken.breakParagraph();
}

/** Blocks in which HTML allows no other block. */
const LINES = new Set('p h1 h2 h3 h4 h5 h6 legend summary'.split(' '));

const isWrapper = (type: unknown): boolean => type === Fragment || type === StrictMode || type === Suspense;

const tagOf = (type: unknown): string | null => (typeof type === 'string' ? type.toLowerCase() : null);

/** Whether a child is text, or an element of a line that has some: white space alone parts blocks too. */
function beginsLine(node: unknown): boolean {
  if (isText(node)) return `${node}`.trim() !== '';
  if (isList(node)) return [...node].some(beginsLine);
  if (!isValidElement<Props>(node)) return false;
  const tag = tagOf(node.type);
  const isInline = tag === null ? isWrapper(node.type) : !isBlock(tag);
  const isSpoken = !isSkipped({ tag: tag ?? '', attribute: (name) => attributeOf(node.props, name) });
  return isInline && isSpoken && beginsLine(node.props.children);
}

function attributeOf(props: Props, name: string): string | null {
  const value = props[name];
  const isAbsent = value === undefined || value === null || (value === false && name === 'hidden');
  return isAbsent ? null : `${value}`;
}

type Props = Readonly<Record<string, unknown>>;

const isText = (node: unknown): node is string | number | bigint =>
  typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint';

const isList = (node: unknown): node is Iterable<unknown> =>
  typeof node === 'object' && node !== null && Symbol.iterator in node;

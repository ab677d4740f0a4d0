import { expect } from 'vitest';
import { coloursIn, least } from './contrast.js';

/** WCAG 2.2 AA, 1.4.3 and 1.4.11: of text. */
export const TEXT = 4.5;
/** Of large text. */
const LARGE = 3;
/** Of what tells a control or a state. */
export const PART = 3;

const isDisabled = (element: Element) =>
  element.closest('[aria-disabled=true], :disabled, [data-disabled], option') !== null;
const isSeen = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  element.getBoundingClientRect().width > 1 &&
  element.closest('.readalong-unseen, [data-empty]') === null;

/** What is too faint, each with its contrast; [] where all can be seen. */
export function faint(root: Element): string[] {
  const found: string[] = [];
  const check = (ratio: number, wanted: number, what: string): void => {
    if (ratio < wanted) found.push(`${ratio.toFixed(2)} of ${wanted}: ${what}`);
  };
  let counted = 0;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { parentElement: parent } = node;
    if (!parent || !node.textContent?.trim() || !isSeen(parent) || isDisabled(parent)) continue;
    const { color, fill, fontSize, fontWeight } = getComputedStyle(parent);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const isDrawn = parent instanceof SVGElement;
    counted++;
    check(least(isDrawn ? fill : color, parent), isLarge ? LARGE : TEXT, `“${node.textContent.slice(0, 30)}”`);
  }
  for (const input of root.querySelectorAll<HTMLInputElement>('input[placeholder]'))
    check(least(getComputedStyle(input, '::placeholder').color, input), TEXT, `“${input.placeholder}”`);
  for (const icon of root.querySelectorAll('svg.readalong-icon'))
    if (isSeen(icon) && !isDisabled(icon))
      check(least(getComputedStyle(icon).stroke, icon), PART, icon.outerHTML.slice(0, 130));
  for (const box of root.querySelectorAll('select, .readalong-button[data-quiet], .readalong-switch')) {
    const { borderTopWidth, borderTopColor, boxShadow, backgroundColor } = getComputedStyle(box);
    const border = borderTopWidth === '0px' ? (coloursIn(boxShadow)[0] ?? backgroundColor) : borderTopColor;
    if (isSeen(box) && !isDisabled(box) && box.parentElement)
      check(least(border, box.parentElement), PART, box.outerHTML.slice(0, 90));
  }
  expect(counted).toBeGreaterThan(0);
  return found;
}

/** What tells where the keyboard is: of the element itself, or of what holds it. */
function ringOf(element: Element): Element | null {
  const holders = [element, element.closest('label'), element.closest('.readalong-find')];
  return (
    holders.find((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    }) ?? null
  );
}

/** Where the keyboard's place cannot be seen, with the contrast of its ring. */
export function faintRings(root: Element): string[] {
  const found: string[] = [];
  const reached = root.querySelectorAll<HTMLElement>('button, input, select, summary, [tabindex="0"]');
  expect(reached.length).toBeGreaterThan(0);
  for (const element of reached) {
    if (!element.checkVisibility() || isDisabled(element) || element.getBoundingClientRect().width < 2) continue;
    element.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
    if (document.activeElement !== element) continue;
    const ring = ringOf(element);
    const ratio = ring?.parentElement ? least(getComputedStyle(ring).outlineColor, ring.parentElement) : 1;
    if (ratio < PART) found.push(`${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 100)}`);
  }
  return found;
}

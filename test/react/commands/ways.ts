import { expect } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';
import { tap } from '../../helpers/touch.js';

/** CSS pixels. WCAG 2.2 wants 24 (2.5.8); the look of this library wants more for a finger. */
const TARGET = 44;

/** Goes to a control with the tab key alone; within a group of radios with arrows, which choose. */
export async function tabTo(control: Element): Promise<void> {
  const isSameGroup = () =>
    control instanceof HTMLInputElement &&
    control.type === 'radio' &&
    document.activeElement instanceof HTMLInputElement &&
    document.activeElement.name === control.name;
  const isBehind = (): boolean =>
    !document.activeElement ||
    (document.activeElement.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const key = (): string => {
    if (isSameGroup()) return '{ArrowRight}';
    return isBehind() ? '{Tab}' : '{Shift>}{Tab}{/Shift}';
  };
  for (let step = 0; step < 60 && document.activeElement !== control; step++) await userEvent.keyboard(key());
  expect(document.activeElement, 'the tab key leads to it').toBe(control);
}

export const focusable = (control: Locator): Element => control.element().closest('summary') ?? control.element();

/** How a control is used, up to where it is, as a share of its width. */
export type Way = (control: Locator, at?: number) => Promise<void>;

export const byKeys: Way = async (control, at) => {
  await expect.element(control).toBeVisible();
  await tabTo(control.element());
  const element = control.element();
  if (!(element instanceof HTMLInputElement)) await userEvent.keyboard('{Enter}');
  else if (element.type === 'range') await userEvent.keyboard(at === undefined ? '{Home}' : '{ArrowRight}{ArrowRight}');
};
export const byName: Way = async (control, at = 0.5) => {
  await expect.element(control).toBeVisible();
  const { width, height } = control.element().getBoundingClientRect();
  await control.click({ position: { x: width * at, y: height / 2 } });
};
export const byFinger: Way = async (control, at) => {
  await expect.element(control).toBeVisible();
  const element = focusable(control);
  const { width, height } = element.getBoundingClientRect();
  expect.soft(Math.min(width, height), element.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(TARGET);
  await tap(element, at);
};

import { cdp } from 'vitest/browser';

/** A place in the window, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Makes this page one of a phone: a finger, no mouse. Returns how to end that. */
export async function useFingers(): Promise<() => Promise<void>> {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  return async () => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
  };
}

/** Brings an element to where a finger can reach it, and says where a part of it is; throws where something else lies above it. */
export async function reach(element: Element, at = 0.5): Promise<Place> {
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  // What is scrolled away under a bar that stays has to come further.
  if (!isFree(element, at)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  await frame();
  await frame();
  if (!isFree(element, at)) throw new Error(`Something lies above ${element.outerHTML.slice(0, 120)}`);
  return placeIn(element, at);
}

function placeIn(element: Element, at: number): Place {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width * at, y: top + height / 2 };
}

function isFree(element: Element, at: number): boolean {
  const { x, y } = placeIn(element, at);
  const found = element.ownerDocument.elementFromPoint(x, y);
  return found !== null && (element.contains(found) || found.contains(element));
}

async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', place?: Place): Promise<void> {
  // The page under test is in a frame of Vitest's.
  const frameBox = window.frameElement?.getBoundingClientRect();
  const points = place ? [{ x: place.x + (frameBox?.left ?? 0), y: place.y + (frameBox?.top ?? 0) }] : [];
  await cdp().send('Input.dispatchTouchEvent', { type, touchPoints: points });
}

/** Touches an element with a finger, in its middle or at a share of its width, and lets it go. */
export async function tap(element: Element, at = 0.5): Promise<void> {
  await touch('touchStart', await reach(element, at));
  await touch('touchEnd');
}

/** Touches the middle of a box in the window. */
export async function tapPlace({ left, top, width, height }: DOMRect): Promise<void> {
  await touch('touchStart', { x: left + width / 2, y: top + height / 2 });
  await touch('touchEnd');
}

/** Draws a finger over an element from one share of its width to another; `onWay` runs before it is let go. */
export async function drag(
  element: Element,
  from: number,
  to: number,
  onWay: () => void | Promise<void>,
): Promise<void> {
  const { x, y } = await reach(element, from);
  const { width } = element.getBoundingClientRect();
  await touch('touchStart', { x, y });
  for (let step = 1; step <= 4; step++) await touch('touchMove', { x: x + ((to - from) * width * step) / 4, y });
  await onWay();
  await touch('touchEnd');
}

import { cdp } from 'vitest/browser';
import type { Place } from './touch.js';

type Kind = 'mousePressed' | 'mouseMoved' | 'mouseReleased';

async function mouse(type: Kind, { x, y }: Place, isDown: boolean): Promise<void> {
  // The page under test is in a frame of Vitest's, which may be drawn smaller.
  const frameBox = window.frameElement?.getBoundingClientRect();
  const scale = frameBox ? frameBox.width / innerWidth : 1;
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    x: x * scale + (frameBox?.left ?? 0),
    y: y * scale + (frameBox?.top ?? 0),
    button: isDown || type === 'mouseReleased' ? 'left' : 'none',
    buttons: isDown ? 1 : 0,
    clickCount: type === 'mouseMoved' ? 0 : 1,
  });
}

/** Presses the left button at the first place, draws over the others, and keeps it pressed. Returns how to go on. */
export async function press(...[first, ...rest]: readonly [Place, ...Place[]]) {
  let last = first;
  const over = async (...places: readonly Place[]): Promise<void> => {
    for (const place of places) await mouse('mouseMoved', place, true);
    last = places.at(-1) ?? last;
  };
  await mouse('mouseMoved', first, false);
  await mouse('mousePressed', first, true);
  await over(...rest);
  return { over, release: () => mouse('mouseReleased', last, false) };
}

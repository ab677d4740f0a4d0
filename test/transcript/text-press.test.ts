import { describe, expect, it } from 'vitest';
import { createTextPress } from '../../src/transcript/text-press.js';

const at = (clientX: number, timeStamp: number, pointerType = 'mouse') => ({
  clientX,
  clientY: 10,
  timeStamp,
  pointerType,
});

describe('a click in the text', () => {
  it('is meant when it stays where it began, and when it comes from no pointer', () => {
    const press = createTextPress();
    expect(press.isMeant(at(5, 0), false)).toBe(true);
    press.down(at(5, 100), false);
    expect(press.isMeant(at(7, 200), false)).toBe(true);
  });

  it('is not meant when it drags, selects, or takes a selection back', () => {
    const press = createTextPress();
    press.down(at(5, 0), false);
    expect(press.isMeant(at(60, 200), false)).toBe(false);
    press.down(at(5, 300), false);
    expect(press.isMeant(at(6, 400), true)).toBe(false);
    press.down(at(5, 500), true);
    expect(press.isMeant(at(5, 600), false)).toBe(false);
    press.down(at(5, 700), false);
    expect(press.isMeant(at(5, 800), false)).toBe(true);
  });

  it('is not meant by a finger that stops a moving page, and is by a mouse over one', () => {
    const press = createTextPress();
    press.scrolled(1000);
    press.down(at(5, 1050, 'touch'), false);
    expect(press.isMeant(at(5, 1100, 'touch'), false)).toBe(false);
    press.down(at(5, 1060), false);
    expect(press.isMeant(at(5, 1100), false)).toBe(true);
    press.down(at(5, 2000, 'touch'), false);
    expect(press.isMeant(at(5, 2050, 'touch'), false)).toBe(true);
  });
});

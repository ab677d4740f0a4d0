import { type AudioRoute, LatencyCalibration } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';

let audioContext: AudioContext;
beforeEach(async () => {
  audioContext = new AudioContext();
  await audioContext.resume();
});
afterEach(async () => {
  await cleanup();
  await audioContext.close();
});

const button = (name: string) => page.getByRole('button', { name });
const start = () => button('Start the clicks').click();
const tapButton = () => button('Tap at every click');

/** Presses the tap button, so many milliseconds ago. */
async function tap(type: string, milliseconds = 0, init: MouseEventInit = {}): Promise<void> {
  const event = new PointerEvent(type, { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'timeStamp', { value: performance.now() - milliseconds });
  tapButton().element().dispatchEvent(event);
}

describe('the calibration', () => {
  it('has a name, says what it is for, and is silent until it is started', async () => {
    const ways: string[] = [];
    await render(<LatencyCalibration onOffset={() => {}} audioContext={audioContext} route={noting(ways)} />);
    await expect.element(page.getByRole('region', { name: 'Sound delay' })).toHaveTextContent('headphones');
    expect(document.activeElement).toBe(document.body);
    expect(ways).toEqual([]);
    await start();
    expect(ways).toEqual(['on']);
  });

  it('is done by keyboard alone: Space and Enter tap, and the last tap accepts nothing', async () => {
    const onOffset = vi.fn();
    await render(<LatencyCalibration onOffset={onOffset} audioContext={audioContext} needed={1} />);
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(tapButton()).toHaveFocus();
    await expect.element(page.getByText('Find the rhythm')).toHaveAttribute('aria-live', 'polite');
    await userEvent.keyboard(' {Enter} ');
    const result = page.getByText('You hear it');
    await expect.element(result).toHaveFocus();
    await expect
      .element(result)
      .toHaveTextContent(/^You hear it \d+ milliseconds (later|earlier) than the browser says\.$/);
    await userEvent.keyboard(' {Enter}');
    expect(onOffset).not.toHaveBeenCalled();
    await expect.element(button('Use it')).toBeEnabled();
    await userEvent.keyboard('{Tab}{Enter}');
    expect(onOffset).toHaveBeenCalledOnce();
    const [offset] = onOffset.mock.calls[0] ?? [];
    expect(offset).toBeGreaterThanOrEqual(-0.2);
    expect(offset).toBeLessThan(0.6);
  });

  it('counts a press when it goes down, once; a held key once; and a press by other means', async () => {
    await render(<LatencyCalibration onOffset={() => {}} audioContext={audioContext} />);
    await start();
    const progress = (count: number) => expect.element(page.getByText(`${count} of 8 taps`)).toBeVisible();
    // Each at the same moment, so that all agree.
    const began = performance.now();
    const ago = () => performance.now() - began;
    for (let i = 0; i < 3; i++) await tap('pointerdown', ago());
    await progress(1);
    await tap('pointerup', ago());
    await tap('click', ago(), { detail: 1 });
    await tap('pointerdown', ago(), { button: 2 });
    await progress(1);
    await tap('click', ago(), { detail: 0 });
    await progress(2);
    for (const repeat of [false, true, true]) {
      const event = new KeyboardEvent('keydown', { key: ' ', repeat, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: began });
      tapButton().element().dispatchEvent(event);
    }
    await progress(3);
  });

  it('asks for another try where the taps were too uneven to tell', async () => {
    await render(<LatencyCalibration onOffset={() => {}} audioContext={audioContext} needed={2} />);
    await start();
    for (const ago of [0, 0, 0, 400]) await tap('pointerdown', ago);
    await expect.element(page.getByText('too uneven')).toHaveFocus();
    expect(button('Use it').elements()).toEqual([]);
    await button('Try again').click();
    await expect.element(tapButton()).toHaveFocus();
  });

  it('can be cancelled, and falls silent then and when it is taken away', async () => {
    const ways: string[] = [];
    const { unmount } = await render(
      <LatencyCalibration onOffset={() => {}} audioContext={audioContext} route={noting(ways)} />,
    );
    await start();
    await button('Cancel').click();
    await expect.element(button('Start the clicks')).toHaveFocus();
    expect(ways).toEqual(['on', 'off']);
    await start();
    await unmount();
    expect(ways).toEqual(['on', 'off', 'on', 'off']);
  });

  it('speaks the language of its labels', async () => {
    await render(
      <LatencyCalibration
        onOffset={() => {}}
        audioContext={audioContext}
        labels={{ name: 'Verzögerung', start: 'Klicks hören', tap: 'Bei jedem Klick tippen' }}
      />,
    );
    await expect.element(page.getByRole('region', { name: 'Verzögerung' })).toBeVisible();
    await button('Klicks hören').click();
    await expect.element(button('Bei jedem Klick tippen')).toHaveFocus();
  });
});

/** A way to nowhere, and when it was taken. */
function noting(ways: string[]): AudioRoute {
  return {
    connect: () => {
      ways.push('on');
      return () => void ways.push('off');
    },
  };
}

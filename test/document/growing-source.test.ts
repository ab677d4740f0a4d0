import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { growingText } from '../../src/document/growing-text.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

/** A source that says a sentence a second, for ever. */
function endless() {
  let pulled = 0;
  const returned = vi.fn(async () => ({ done: true as const, value: undefined }));
  const source: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return { done: false, value: `Sentence ${++pulled} is over. ` };
      },
      return: returned,
    }),
  };
  return { source, returned, pulled: () => pulled };
}

describe('a source of text', () => {
  test('is not read before anybody wants it', async () => {
    const { source, pulled } = endless();
    growingText(source, {});
    await seconds(5);
    expect(pulled()).toBe(0);
  });

  test('is read no more some seconds after the last reader left, and is told so', async () => {
    const { source, returned, pulled } = endless();
    const text = growingText(source, {});
    const leave = [text.start(), growingText(source, {}).start()];
    await seconds(3.5);
    leave[0]?.();
    await seconds(10);
    expect(returned).not.toHaveBeenCalled();
    leave[1]?.();
    await seconds(4);
    expect(returned).not.toHaveBeenCalled();
    await seconds(2);
    expect(returned).toHaveBeenCalledOnce();
    const before = pulled();
    await seconds(60);
    expect(pulled()).toBeLessThanOrEqual(before + 1);
    expect(text).toMatchObject({ final: true, error: null });
    expect(text.text).toContain('Sentence 12 is over.');
  });

  test('goes on where a reader comes back soon', async () => {
    const { source, returned } = endless();
    const text = growingText(source, {});
    text.start()();
    await seconds(4);
    const leave = text.start();
    await seconds(30);
    expect(returned).not.toHaveBeenCalled();
    expect(text.text).toContain('Sentence 30 ');
    leave();
  });
});

import { type Recipe, StreamError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buyWithin } from '../../src/store/buy-within.js';
import { createShop } from './shop.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

/** Reads an answer to its end, and tells how that was. */
async function read(buy: Recipe['buy'], signal: AbortSignal): Promise<unknown> {
  try {
    let bytes = 0;
    for await (const { audio } of (await buy(signal)).chunks) bytes += audio.length;
    return bytes;
  } catch (cause) {
    return cause;
  }
}

describe('an answer that does not come', () => {
  test('is given up after some seconds, and its request is ended', async () => {
    let asked: AbortSignal | null = null;
    const never: Recipe['buy'] = (signal) => {
      asked = signal;
      return new Promise(() => {});
    };
    const outcome = read(buyWithin(never, 30), new AbortController().signal);
    await seconds(29.9);
    expect(asked).toMatchObject({ aborted: false });
    await seconds(0.2);
    const error = await outcome;
    expect(error).toBeInstanceOf(StreamError);
    expect(error).toMatchObject({ code: 'stalled' });
    expect(asked).toMatchObject({ aborted: true });
  });

  test('is given up in its middle too, and not while it keeps coming, however slowly', async () => {
    const { recipe, last } = createShop();
    const outcome = read(buyWithin(recipe('Hello.').buy, 30), new AbortController().signal);
    for (const piece of ['Hel', 'lo']) {
      await seconds(29);
      last().send(piece);
    }
    await seconds(29);
    expect(last().signal.aborted).toBe(false);
    await seconds(2);
    expect(await outcome).toMatchObject({ code: 'stalled' });
    expect(last().signal.aborted).toBe(true);
  });

  test('leaves nothing behind where it came in time', async () => {
    const { recipe, last } = createShop();
    const outcome = read(buyWithin(recipe('Hello.').buy, 30), new AbortController().signal);
    await seconds(0);
    last().send('Hello.');
    last().finish();
    await seconds(0);
    expect(await outcome).toBe(9600);
    expect(vi.getTimerCount()).toBe(0);
    await seconds(100);
    expect(last().signal.aborted).toBe(false);
  });

  test('is ended by the reader who leaves, which is no fault', async () => {
    const { recipe, last } = createShop();
    const leaving = new AbortController();
    const outcome = read(buyWithin(recipe('Hello.').buy, 30), leaving.signal);
    await seconds(1);
    leaving.abort(new Error('Gone.'));
    expect(await outcome).toEqual(new Error('Gone.'));
    expect(last().signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('fails as it did where it was refused', async () => {
    const refusal = new Error('No.');
    expect(
      await read(
        buyWithin(() => Promise.reject(refusal), 30),
        new AbortController().signal,
      ),
    ).toBe(refusal);
    expect(vi.getTimerCount()).toBe(0);
  });
});

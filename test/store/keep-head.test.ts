import { createSpeechStore, StreamError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepHead } from '../../src/store/keep-head.js';
import { createMemoryShelf } from './memory-shelf.js';
import { createShop } from './shop.js';

const until = (look: () => void) => vi.waitFor(look);

// Not queueMicrotask and setImmediate, by which Node reads Blobs.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A text of two sentences of which the answer was cut in the second: 1.8 s came, and the first sentence ends at 1.2 s. */
async function cutAnswer() {
  const shop = createShop();
  const memory = createMemoryShelf();
  const tab = () => createSpeechStore({ graceSeconds: 1, keep: memory.shelf });
  const recipe = (text: string) => shop.recipe(text, { keepAs: `kept ${text}` });
  const store = tab();
  const recording = store.open(recipe('Hello there. Goodbye.'));
  const leave = recording.retain();
  await until(() => expect(shop.purchases).toHaveLength(1));
  shop.last().send('Hello there. Goodb');
  shop.last().fail(new StreamError('The answer was cut. What came is kept. Retry.', { code: 'stream_cut' }));
  await until(() => expect(recording.loading).toBe('failed'));
  await keepHead(store, recipe('Hello there.'), recording, 1.2);
  leave('now');
  return { ...shop, ...memory, tab, recipe, store };
}

describe('the beginning of a cut answer', () => {
  test('is found in the page by who asks for it alone', async () => {
    const { store, recipe, purchases } = await cutAnswer();
    const head = store.open(recipe('Hello there.'));
    expect(head.loading).toBe('complete');
    expect(purchases).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.open(recipe('Hello there.'))).toBe(head);
  });

  test('is not bought again after a reload, and ends where it was cut off', async () => {
    const { tab, recipe, purchases } = await cutAnswer();
    const head = tab().open(recipe('Hello there.'));
    await until(() => expect(head.loading).toBe('complete'));
    expect(purchases).toHaveLength(1);
    expect(head.audio.frames()).toEqual({ ready: 9600, final: true });
    expect(head.times).toMatchObject({ count: 12, knownUntil: 12, endTime: 1.2, quality: { level: 'exact' } });
    expect(head.times.starts[6]).toBeCloseTo(0.6);
    expect(head.isKept).toBe(true);
  });

  test('has no id, for the API knows those of whole answers only', async () => {
    const { tab, recipe } = await cutAnswer();
    const head = tab().open(recipe('Hello there.'));
    await until(() => expect(head.loading).toBe('complete'));
    expect(head.requestId).toBeNull();
  });

  test('keeps the whole text to be bought by who asks for all of it', async () => {
    const { tab, recipe, purchases } = await cutAnswer();
    tab().open(recipe('Hello there. Goodbye.'));
    await until(() => expect(purchases).toHaveLength(2));
  });
});

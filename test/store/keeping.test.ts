import { createSpeechStore, type Recording, type SpeechStore, StreamError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createShop } from './shop.js';

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store that keeps two recordings of one character, 1600 bytes each, and a way to hear one and leave. */
function world(keptBytes = 3200) {
  const shop = createShop();
  const store = createSpeechStore({ graceSeconds: 1, keptBytes });
  const open = async (text: string): Promise<[Recording, () => void]> => {
    const count = shop.purchases.length;
    const recording = store.open(shop.recipe(text));
    const leave = recording.retain();
    await seconds(0);
    if (shop.purchases.length > count) {
      shop.last().send(text);
      shop.last().finish();
      await seconds(0);
    }
    return [recording, leave];
  };
  const hear = async (text: string) => {
    const [recording, leave] = await open(text);
    leave();
    await seconds(1);
    return recording;
  };
  return { ...shop, store, open, hear };
}

const kept = (store: SpeechStore, texts: string) => [...texts].filter((text) => store.peek(text)).join('');

describe('what nobody hears any more', () => {
  test('is kept while there is room, the last heard longest', async () => {
    const { store, hear } = world();
    for (const text of 'abc') await hear(text);
    expect(kept(store, 'abc')).toBe('bc');
  });

  test('is young again when it is heard again', async () => {
    const { store, hear, purchases } = world();
    for (const text of 'abac') await hear(text);
    expect(kept(store, 'abc')).toBe('ac');
    expect(purchases).toHaveLength(3);
  });

  test('does not count what is in use, nor crowd it out', async () => {
    const { store, open, hear } = world();
    const [recording] = await open('a');
    for (const text of 'bcd') await hear(text);
    expect(store.open({ ...createShop().recipe('a') })).toBe(recording);
    expect(kept(store, 'abcd')).toBe('acd');
  });

  test('is not kept at all when it is larger than the room, and is bought anew', async () => {
    const { store, hear, purchases } = world(1000);
    await hear('a');
    expect(store.peek('a')).toBeNull();
    await hear('a');
    expect(purchases).toHaveLength(2);
  });

  test('stays where it is when somebody only looks', async () => {
    const { store, hear } = world();
    await hear('a');
    store.peek('a');
    for (const text of 'bc') await hear(text);
    expect(kept(store, 'abc')).toBe('bc');
  });

  test('is shared again by who still has it after it was dropped', async () => {
    const { store, hear, recipe, purchases } = world();
    const dropped = await hear('a');
    for (const text of 'bc') await hear(text);
    expect(store.peek('a')).toBeNull();
    dropped.retain();
    expect(store.open(recipe('a'))).toBe(dropped);
    expect(purchases).toHaveLength(3);
  });

  test('keeps its own sound with its own times', async () => {
    const { hear } = world(0);
    const first = await hear('a');
    const second = await hear('a');
    expect(second).not.toBe(first);
    for (const recording of [first, second]) {
      expect(recording.times.endTime).toBe(recording.audio.frames().ready / recording.audio.sampleRate);
    }
  });
});

describe('what failed', () => {
  const cause = new StreamError('The answer was cut. What came is kept. Retry.');

  async function failed() {
    const w = world();
    const recording = w.store.open(w.recipe('ab'));
    const leave = recording.retain();
    await seconds(0);
    w.last().send('a');
    w.last().fail(cause);
    await seconds(0);
    expect(recording.loading).toBe('failed');
    return { ...w, recording, leave };
  }

  test('is not bought again by itself while somebody has it', async () => {
    const { store, recipe, recording, purchases } = await failed();
    expect(store.open(recipe('ab'))).toBe(recording);
    expect(purchases).toHaveLength(1);
  });

  test('is bought again when it is renewed, in its place', async () => {
    const { store, recipe, recording, purchases } = await failed();
    const renewed = store.renew(recipe('ab'));
    expect(renewed).not.toBe(recording);
    expect(store.open(recipe('ab'))).toBe(renewed);
    expect(recording.audio.frames()).toEqual({ ready: 800, final: true });
    expect(purchases).toHaveLength(2);
  });

  test('is bought again once, by however many it is renewed', async () => {
    const { store, recipe, purchases } = await failed();
    const renewed = store.renew(recipe('ab'));
    expect(store.renew(recipe('ab'))).toBe(renewed);
    await seconds(0);
    expect(store.renew(recipe('ab'))).toBe(renewed);
    expect(purchases).toHaveLength(2);
  });

  test('is forgotten when all have left', async () => {
    const { store, recipe, leave, purchases } = await failed();
    leave();
    await seconds(1);
    expect(store.peek('ab')).toBeNull();
    store.open(recipe('ab'));
    expect(purchases).toHaveLength(2);
  });

  test('does not take what was renewed with it when it goes', async () => {
    const { store, recipe, leave, hear } = await failed();
    const renewed = store.renew(recipe('ab'));
    renewed.retain();
    leave();
    await seconds(1);
    for (const text of 'cde') await hear(text);
    expect(store.peek('ab')).toBe(renewed);
  });
});

test('what is whole is not bought again by renewing it', async () => {
  const { store, recipe, hear, purchases } = world();
  const recording = await hear('a');
  expect(store.renew(recipe('a'))).toBe(recording);
  expect(purchases).toHaveLength(1);
});

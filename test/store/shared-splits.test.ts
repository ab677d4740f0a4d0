import { createSpeechStore } from 'react-readalong';
import { describe, expect, test, vi } from 'vitest';
import { sharedSplits } from '../../src/store/shared-splits.js';
import { createMemoryShelf } from './memory-shelf.js';
import { createShop } from './shop.js';

const { recipe } = createShop();
const whole = recipe('A long text.', { keepAs: 'A long text in a voice.' });
const until = (look: () => void) => vi.waitFor(look);

describe('borders that were made in a text', () => {
  test('are known at once to all who read it from one store', () => {
    const store = createSpeechStore();
    const heard: number[][] = [];
    const one = sharedSplits(store, whole);
    one.subscribe(() => {});
    const two = sharedSplits(store, whole);
    two.subscribe(() => heard.push([...two.offsets]));
    expect([one.ready, two.ready]).toEqual([true, true]);
    one.add([5, 2]);
    one.add([5]);
    expect(heard).toEqual([[5, 2]]);
    expect([...sharedSplits(createSpeechStore(), whole).offsets]).toEqual([]);
  });

  test('are known to who comes later, and to nobody who reads another text', () => {
    const store = createSpeechStore();
    const leave = sharedSplits(store, whole).subscribe(() => {});
    sharedSplits(store, whole).add([5]);
    leave();
    expect([...sharedSplits(store, whole).offsets]).toEqual([5]);
    expect([...sharedSplits(store, recipe('Another.')).offsets]).toEqual([]);
  });

  test('are kept beyond the page, together with those that other tabs made meanwhile', async () => {
    const { shelf: keep } = createMemoryShelf();
    const tabs = [1, 2].map(() => sharedSplits(createSpeechStore({ keep }), whole));
    const told = vi.fn();
    for (const tab of tabs) tab.subscribe(told);
    expect(tabs.map(({ ready }) => ready)).toEqual([false, false]);
    await until(() => expect(tabs.map(({ ready }) => ready)).toEqual([true, true]));
    tabs[0]?.add([10]);
    tabs[1]?.add([20]);
    tabs[0]?.add([30]);
    const later = sharedSplits(createSpeechStore({ keep }), whole);
    await until(() => expect(tabs.map(({ offsets }) => offsets.has(10))).toEqual([true, true]));
    later.subscribe(() => {});
    await until(() => expect([...later.offsets].sort()).toEqual([10, 20, 30]));
  });

  test('are none where what is kept is nonsense, or cannot be read', async () => {
    const { shelf } = createMemoryShelf();
    for (const readNote of [async () => ['x', 1.5, null, 7], async () => 'x', () => Promise.reject(new Error('No.'))]) {
      const splits = sharedSplits(createSpeechStore({ keep: { ...shelf, readNote } }), whole);
      splits.subscribe(() => {});
      await until(() => expect(splits.ready).toBe(true));
      expect([...splits.offsets].filter((offset) => offset !== 7)).toEqual([]);
    }
  });

  test('are looked for again by who comes back to the text', async () => {
    const { shelf: keep } = createMemoryShelf();
    const written = vi.spyOn(keep, 'writeNote');
    const store = createSpeechStore({ keep });
    const leave = sharedSplits(store, whole).subscribe(() => {});
    await until(() => expect(sharedSplits(store, whole).ready).toBe(true));
    leave();
    const other = sharedSplits(createSpeechStore({ keep }), whole);
    other.add([12]);
    await until(() => expect(written).toHaveBeenCalled());
    sharedSplits(store, whole).subscribe(() => {});
    await until(() => expect([...sharedSplits(store, whole).offsets]).toEqual([12]));
  });
});

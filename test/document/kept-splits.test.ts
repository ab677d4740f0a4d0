import { createSpeechStore } from 'react-readalong';
import { describe, expect, test, vi } from 'vitest';
import { createCut, type TextCut } from '../../src/document/cut-text.js';
import { createSplitsInStep } from '../../src/document/splits-in-step.js';
import { sharedSplits } from '../../src/store/shared-splits.js';
import { createMemoryShelf } from '../store/memory-shelf.js';
import { createShop } from '../store/shop.js';

const until = (look: () => void) => vi.waitFor(look);
const text = Array.from({ length: 40 }, (_, i) => `Sentence number ${i} tells a story of its own.`).join(' ');
const { recipe } = createShop();
const whole = recipe(text, { keepAs: 'the text in a voice' });
const at = (sentence: number) => text.indexOf(`Sentence number ${sentence} `);

/** A document over the text, of which some parts were bought as a whole. */
function reader(store = createSpeechStore()) {
  const cut = createCut(text, { limit: 5000, usual: 400 });
  const bought = new Set<number>();
  const onChange = vi.fn();
  const splits = createSplitsInStep({
    cut,
    shared: () => sharedSplits(store, whole),
    make(offset) {
      const start = cut.start(cut.partAt(offset));
      if (start < offset && bought.has(start)) return false;
      cut.split(offset);
      return true;
    },
    onChange,
  });
  const split = (offset: number) => {
    cut.split(offset);
    splits.keep();
  };
  return { cut, bought, onChange, split, ...splits, isReady: () => splits.ready };
}
const borders = (cut: TextCut) => Array.from({ length: cut.count }, (_, part) => cut.start(part));

describe('the borders that a seek made', () => {
  test('are made at once in the other documents over the text', () => {
    const store = createSpeechStore();
    const [one, two] = [reader(store), reader(store)];
    expect([one.isReady(), two.isReady()]).toEqual([true, true]);
    for (const { hold } of [one, two]) hold();
    one.split(at(13));
    expect(borders(two.cut)).toEqual(borders(one.cut));
    expect(borders(two.cut)).toContain(at(13));
    expect(two.onChange).toHaveBeenCalledOnce();
    expect(one.onChange).not.toHaveBeenCalled();
    two.split(at(27));
    expect(borders(one.cut)).toEqual(borders(two.cut));
  });

  test('are there for a document that is made later, or comes back', () => {
    const store = createSpeechStore();
    const one = reader(store);
    const away = reader(store);
    one.hold();
    one.split(at(13));
    expect(borders(reader(store).cut)).toEqual(borders(one.cut));
    expect(borders(away.cut)).not.toContain(at(13));
    away.hold();
    expect(borders(away.cut)).toEqual(borders(one.cut));
  });

  test('are made later where the part that they lie in was bought as a whole', () => {
    const store = createSpeechStore();
    const [one, two] = [reader(store), reader(store)];
    for (const { hold } of [one, two]) hold();
    two.bought.add(two.cut.start(two.cut.partAt(at(13))));
    one.split(at(13));
    expect(borders(two.cut)).not.toContain(at(13));
    two.bought.clear();
    two.keep();
    expect(borders(two.cut)).toContain(at(13));
  });

  test('are not heard of by a document that nobody reads', () => {
    const store = createSpeechStore();
    const [one, two] = [reader(store), reader(store)];
    for (const { hold } of [one, two]) hold();
    two.leave();
    one.split(at(13));
    expect(two.onChange).not.toHaveBeenCalled();
  });

  test('come back with another page, and none is lost where two tabs made some', async () => {
    const { shelf: keep } = createMemoryShelf();
    const tabs = [reader(createSpeechStore({ keep })), reader(createSpeechStore({ keep }))] as const;
    for (const tab of tabs) tab.hold();
    expect(tabs.map(({ isReady }) => isReady())).toEqual([false, false]);
    await until(() => expect(tabs.map(({ isReady }) => isReady())).toEqual([true, true]));
    expect(tabs.map(({ onChange }) => onChange.mock.calls.length)).toEqual([1, 1]);
    tabs[0].split(at(13));
    tabs[1].split(at(27));
    await until(() => expect(borders(tabs[1].cut)).toContain(at(13)));
    const later = reader(createSpeechStore({ keep }));
    await until(() => expect(later.isReady()).toBe(true));
    expect(borders(later.cut)).toEqual(expect.arrayContaining([at(13), at(27)]));
  });
});

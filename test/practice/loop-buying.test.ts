import { createPractice, createSpeechStore } from 'react-readalong';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bookText } from '../../bench/book-text.mjs';
import { type Reading, readAloud } from '../document/reading.js';
import { createMemoryShelf } from '../store/memory-shelf.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const book = bookText({ words: 3000 });

/** Before it is replaced by a clock that is turned by hand. */
const setRealTimeout = globalThis.setTimeout;

/** Turns the clock until something holds; what is kept is written and read in the machine's own time meanwhile. */
async function untilKept({ turn }: Reading, holds: () => boolean): Promise<void> {
  for (let turns = 0; !holds(); turns++) {
    if (turns > 5000) throw new Error('It did not hold.');
    await turn(0.05);
    await new Promise((resolve) => setRealTimeout(resolve, 1));
  }
}

it('a loop far on in a text that nobody has heard buys what it needs, once, and nothing behind it', async () => {
  const { speech, calls, bought, turn, until } = readAloud(book);
  const practice = createPractice(speech);
  const start = book.indexOf('. ', 6000) + 2;
  const range = { start, end: start + 60 };
  practice.loop(range);
  await until(() => practice.getSnapshot().round >= 3, 60);
  const texts = bought();
  const size = texts.join('').length;
  expect(texts.join(' ')).toContain(book.slice(start, start + 40).trim());
  expect(book.indexOf(texts[0] ?? '')).toBeLessThanOrEqual(start);
  for (const text of texts) expect(book.indexOf(text)).toBeLessThan(range.end);
  const offsets = new Set<number>();
  for (let i = 0; i < 300; i++) {
    await turn(0.05);
    offsets.add(speech.currentOffset());
  }
  expect(Math.min(...offsets)).toBeGreaterThanOrEqual(range.start);
  expect(Math.max(...offsets)).toBeLessThan(range.end);
  expect([calls.length, bought().join('').length]).toEqual([texts.length, size]);
  practice.stop();
  await turn(20);
  // Who goes on reading buys on.
  expect(bought().length).toBeGreaterThan(texts.length);
  speech.dispose();
});

it('a loop over the border of two requests is heard without a gap, and lights both sides of it', async () => {
  const { speech, bought, turn, until } = readAloud(book);
  const practice = createPractice(speech);
  speech.play();
  await until(() => bought().length >= 3, 60);
  const border = (bought()[0] ?? '').length;
  practice.loop({ start: border - 30, end: border + 40 });
  await until(() => practice.getSnapshot().round >= 1, 60);
  const offsets = new Set<number>();
  let held = 0;
  for (let i = 0; i < 400; i++) {
    await turn(0.05);
    offsets.add(speech.currentOffset());
    if (speech.getSnapshot().status !== 'playing') held++;
  }
  const lit = [...offsets].sort((a, b) => a - b);
  expect(lit[0]).toBeGreaterThanOrEqual(border - 30);
  expect(lit[0]).toBeLessThan(border - 25);
  expect(lit.at(-1)).toBeGreaterThan(border + 30);
  expect(lit.at(-1)).toBeLessThan(border + 40);
  expect(held).toBe(0);
  speech.dispose();
});

it('a loop buys nothing through pauses, seeks, speeds and stops, whatever is done, and however long it runs', async () => {
  const { speech, calls, turn, until } = readAloud(book);
  const practice = createPractice(speech);
  const range = { start: 10, end: 60 };
  practice.loop(range, { gap: 0.5 });
  await until(() => practice.getSnapshot().round >= 1, 60);
  const bought = calls.length;
  const hands = [
    speech.pause,
    speech.play,
    () => speech.seekToOffset(40),
    () => speech.setPlaybackRate(3),
    () => practice.loop({ start: 12, end: 55 }),
    practice.again,
    () => practice.loop(range, { tempos: [0.5, 2] }),
    speech.stop,
  ];
  for (const hand of hands) {
    hand();
    await turn(7);
    expect(calls.length).toBe(bought);
  }
  speech.dispose();
});

it('a loop of what nobody held and memory dropped is heard again, and is not bought again', async () => {
  const { shelf, speeches } = createMemoryShelf();
  const text = book.slice(0, 300);
  const range = { start: 10, end: 60 };
  const first = readAloud(text, {
    store: createSpeechStore({ graceSeconds: 1, keptBytes: 0, keep: shelf }),
    subscribed: false,
  });
  const leave = first.speech.subscribe(() => {});
  const practice = createPractice(first.speech);
  practice.loop(range);
  await untilKept(first, () => practice.getSnapshot().round >= 1 && speeches.size > 0);
  const bought = first.calls.length;
  leave();
  await first.turn(60);
  first.speech.subscribe(() => {});
  const { round } = practice.getSnapshot();
  first.speech.play();
  await untilKept(first, () => practice.getSnapshot().round >= round + 2);
  expect(first.calls.length).toBe(bought);
  first.speech.dispose();

  // Another day: nothing is left but the shelf.
  const again = readAloud(text, { store: createSpeechStore({ keep: shelf }) });
  const later = createPractice(again.speech);
  later.loop(range);
  await untilKept(again, () => later.getSnapshot().round >= 2);
  expect(again.calls).toEqual([]);
  again.speech.dispose();
});

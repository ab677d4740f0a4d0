import { createPractice } from 'react-readalong';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bookText } from '../../bench/book-text.mjs';
import { readAloud } from '../document/reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const book = bookText({ words: 3000 });

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

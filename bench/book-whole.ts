// The first chapters of the book from end to end, twice: run by Vitest for its clock that is turned by hand.

import { afterEach, beforeEach, it, vi } from 'vitest';
import { type BookReading, readBook } from '../test/document/book-reading.js';
import { bookText, randomFrom } from './book-text.mjs';

declare module 'vitest' {
  interface TaskMeta {
    reading?: Omit<BookReading, 'sounded' | 'error'> & { missing: number; failed: string | null };
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockImplementation(randomFrom(3));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** 20 000 take a quarter of an hour: the clock is turned by hundredths of a second. */
const text = bookText({ words: Number(process.env.BOOK_WORDS ?? 6000) });
const WRONG = { cut: 0.05, busy: 0.05, broken: 0.02 };

for (const wrong of [undefined, WRONG]) {
  it(wrong ? 'with faults' : 'without faults', { timeout: 900_000 }, async ({ task }) => {
    const { sounded, error, ...reading } = await readBook(text, { wrong });
    // Each word has its own place: where none is missing, the same words were heard.
    const missing = sounded.filter((word) => word === null).length;
    task.meta.reading = { ...reading, missing, failed: error === null ? null : String(error) };
  });
}

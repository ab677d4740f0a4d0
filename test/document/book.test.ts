import fc from 'fast-check';
import { createSpeechStore } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bookText, randomFrom } from '../../bench/book-text.mjs';
import { readBook } from './book-reading.js';
import { readAloud } from './reading.js';

beforeEach(() => {
  vi.useFakeTimers();
  // Who comes back after a refusal waits for a time that is drawn.
  vi.spyOn(Math, 'random').mockImplementation(randomFrom(3));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const book = bookText({ words: 20_000 });
const paceLikeServer = { firstByte: 0.25, rate: 8 };

describe('a book', () => {
  const text = book.slice(0, 3500);
  const words = text.match(/\S+/g)?.length ?? 0;

  it('is heard word for word without a gap, bought once, and never further ahead than the window', async () => {
    const { sounded, bought, gaps, excess, firstExcess, error } = await readBook(text);
    expect(sounded).not.toContain(null);
    expect(sounded.length).toBeGreaterThanOrEqual(words);
    expect({ gaps, error }).toEqual({ gaps: 0, error: null });
    expect(bought).toBeLessThanOrEqual([...text].length);
    expect(excess).toBeLessThanOrEqual(0);
    // A voice that speaks slower than is usual: of a window of 60 s, a twentieth.
    expect(firstExcess).toBeLessThanOrEqual(40);
  });

  it('is heard word for word also where every third answer is cut or refused, and costs little more', async () => {
    const { sounded, bought, cuts, refusals, error } = await readBook(text, {
      wrong: { cut: 0.2, busy: 0.1, broken: 0.1 },
      seed: 5,
    });
    expect([cuts > 0, refusals > 0]).toEqual([true, true]);
    expect(sounded).not.toContain(null);
    expect(error).toBe(null);
    // Of a cut answer, half is lost on the average.
    expect(bought).toBeLessThanOrEqual(1.25 * [...text].length);
  });
});

describe('a second reader of a book', () => {
  it('hears at once what the first one bought, and buys nothing', async () => {
    const store = createSpeechStore();
    const first = readAloud(book, { store });
    first.speech.play();
    await first.turn(2);
    first.speech.dispose();
    const second = readAloud(book, { store });
    second.speech.play();
    await second.until(() => second.speech.getSnapshot().status === 'playing', 2);
    expect(second.calls.length).toBe(0);
  });
});

describe('a reader who jumps about in a book', () => {
  it('buys at each place what is heard there and the window, no more', async () => {
    const place = fc.record({
      share: fc.double({ min: 0, max: 0.9, noNaN: true }),
      seconds: fc.integer({ min: 1, max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 3 }), fc.integer({ min: 20, max: 60 }), jump),
      { numRuns: 12, seed: 6 },
    );
  });

  async function jump(places: readonly { share: number; seconds: number }[], ahead: number): Promise<void> {
    const { speech, turn, until, calls } = readAloud(book, { ahead, pace: paceLikeServer });
    for (const { share, seconds } of places) {
      const asked = calls.length;
      const offset = Math.floor(share * book.length);
      speech.seekToOffset(offset);
      speech.play();
      await until(() => speech.getSnapshot().status === 'playing');
      await turn(seconds);
      const from = book.indexOf(calls[asked]?.body?.text ?? '?', offset - 700);
      const bought = calls.slice(asked).reduce((sum, { characters }) => sum + characters, 0);
      const heard = speech.currentOffset() - from;
      // No voice of the stand-in says more than 22 characters in a second; what is heard first may be longer than the window.
      expect(bought).toBeLessThanOrEqual(heard + Math.max(22 * ahead, 640));
    }
    speech.dispose();
  }
});

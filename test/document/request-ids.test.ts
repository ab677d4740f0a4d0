import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAloud } from './reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const text = Array.from({ length: 30 }, (_, i) => `Sentence number ${i} says a little more than before.`).join(' ');

it('tells the API no ids that it has forgotten: two hours later the voice goes on by the text alone', async () => {
  const { speech, calls, until, turn } = readAloud(text, { ahead: 4, concurrency: 1 });
  speech.play();
  await until(() => calls.length > 2, 100);
  expect(calls[2]?.stitching.previous).toEqual(calls.slice(0, 2).map(({ requestId }) => requestId));
  speech.pause();
  await turn(11);
  const before = calls.length;
  await vi.advanceTimersByTimeAsync(2 * 3600 * 1000);
  speech.play();
  await until(() => calls.length > before + 1, 100);
  const [first, second] = calls.slice(before);
  expect(text).toContain(String(first?.stitching.previous));
  expect(second?.stitching.previous).toEqual([first?.requestId]);
});

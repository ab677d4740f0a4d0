import { type BoughtStream, RelayError, StreamError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPatience } from '../../src/document/patience.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
const { signal } = new AbortController();

async function* nothing() {}
const given: BoughtStream = { requestId: 'r', characterCost: 1, outputFormat: 'pcm_8000', chunks: nothing() };
const refusal = (status: number, retryAfter: number | null = null) =>
  new RelayError('Refused. Nothing came. Wait.', { status, retryAfter });
const cut = new StreamError('The answer was cut. What came is kept. Retry.');

/** Something to ask for that throws what is in a list, then gives. */
function shop(...failures: unknown[]) {
  const asked: number[] = [];
  const ask = async () => {
    asked.push(Date.now() / 1000);
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    return given;
  };
  return { ask, asked, times: () => asked.map((time) => Math.round((time - (asked[0] ?? 0)) * 10) / 10) };
}
/** No two come back at another moment. */
const patient = (retries: number) => createPatience({ retries, random: () => 0.5 });

describe('what may pass', () => {
  test('is asked for again, later each time', async () => {
    const { ask, times } = shop(refusal(503), refusal(500), refusal(502));
    const done = patient(4).attempts().buy(ask, signal);
    await seconds(20);
    expect(await done).toBe(given);
    expect(times()).toEqual([0, 0.5, 1.5, 3.5]);
  });

  test.each([
    ['a refusal', refusal(401)],
    ['what nobody foresaw', new TypeError('No.')],
  ])('is not %s', async (_, failure) => {
    const { ask, asked } = shop(failure);
    await expect(patient(4).attempts().buy(ask, signal)).rejects.toBe(failure);
    expect(asked).toHaveLength(1);
  });

  test('is counted together, whether it fails before the answer or in its middle', async () => {
    const { ask, asked } = shop(refusal(503), refusal(503), undefined, refusal(503), refusal(503));
    const attempts = patient(4).attempts();
    const first = attempts.buy(ask, signal);
    await seconds(60);
    await first;
    expect(attempts.again(cut)).toBeGreaterThan(0);
    const second = attempts.buy(ask, signal).catch((error: unknown) => error);
    await seconds(60);
    expect(await second).toMatchObject({ status: 503 });
    expect(attempts.again(cut)).toBeNull();
    // Five requests at most for what may be asked for again four times.
    expect(asked).toHaveLength(5);
  });

  test('is not a refusal that was asked for again before', () => {
    expect(patient(4).attempts().again(refusal(503))).toBeNull();
  });
});

describe('where the API wants to be left alone', () => {
  test('nothing is asked for in that time, also what waits for less', async () => {
    const patience = patient(4);
    const slow = shop(refusal(429, 10));
    const quick = shop(refusal(503));
    const late = shop();
    void patience.attempts().buy(slow.ask, signal);
    void patience.attempts().buy(quick.ask, signal);
    await seconds(0.1);
    expect(patience.restSeconds()).toBeGreaterThan(9.5);
    void patience.attempts().buy(late.ask, signal);
    await seconds(9.8);
    expect([slow, quick, late].map(({ asked }) => asked.length)).toEqual([1, 1, 0]);
    await seconds(2);
    expect([slow, quick, late].map(({ asked }) => asked.length)).toEqual([2, 2, 1]);
    expect(patience.restSeconds()).toBe(0);
  });

  test('that holds for what was given up as well', async () => {
    const patience = patient(0);
    const { ask } = shop(refusal(429, 7));
    await expect(patience.attempts().buy(ask, signal)).rejects.toMatchObject({ status: 429 });
    expect(patience.restSeconds()).toBeGreaterThanOrEqual(7);
  });

  test('a reader who leaves waits no longer', async () => {
    const patience = patient(4);
    const leaving = new AbortController();
    const { ask, asked } = shop(refusal(429, 10));
    const outcome = patience
      .attempts()
      .buy(ask, leaving.signal)
      .catch((error: unknown) => error);
    await seconds(1);
    leaving.abort(new Error('Gone.'));
    expect(await outcome).toEqual(new Error('Gone.'));
    await seconds(60);
    expect(asked).toHaveLength(1);
  });
});

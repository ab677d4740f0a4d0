import { BudgetError, type Cost, PartError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud } from './reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sentence = (i: number) => `Sentence number ${i} says a little more than the one before it did.`;
const text = Array.from({ length: 30 }, (_, i) => sentence(i)).join(' ');
const said = (texts: readonly string[]) => texts.join(' ').replace(/\s+/g, ' ');

describe('a part that cannot be had', () => {
  it('is asked for again where that may help, and nothing of it is heard twice or lost', async () => {
    const { speech, until, bought, calls } = readAloud(text, {
      faults: ({ index }) =>
        index % 4 === 1
          ? [
              {
                kind: 'status',
                status: 429,
                body: { detail: { status: 'too_many_concurrent_requests', message: 'x' } },
              },
            ]
          : index % 7 === 3
            ? [{ kind: 'status', status: 503, body: null }]
            : [],
    });
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    expect(speech.getSnapshot().error).toBe(null);
    expect(new Set(bought()).size).toBeLessThan(calls.length);
    expect(said([...new Set(bought())])).toBe(text);
    expect(speech.getSnapshot().spent.characters).toBeLessThanOrEqual(text.length);
  });

  it('waits as long as the API asks', async () => {
    const { speech, turn, calls } = readAloud(text, {
      faults: ({ index }) =>
        index === 0 ? [{ kind: 'status', status: 429, headers: { 'retry-after': '5' }, body: { detail: 'x' } }] : [],
    });
    speech.play();
    await turn(4.8);
    // Two were asked for at once; after the refusal, nothing more.
    expect(calls.length).toBeLessThanOrEqual(2);
    await turn(2);
    expect(calls.length).toBeGreaterThan(2);
  });

  it('is not asked for after the reader left', async () => {
    const { speech, turn, calls } = readAloud(text, { faults: [{ kind: 'status', status: 503, body: null }] });
    speech.play();
    await turn(0.1);
    speech.dispose();
    // What was asked when the reader left may still be answered, for whoever comes back at once.
    await turn(6);
    const asked = calls.length;
    expect(asked).toBeLessThan(10);
    await turn(100);
    expect(calls.length).toBe(asked);
  });

  it('keeps what came of a stream that was cut, and asks for the rest only', async () => {
    const { speech, until, bought } = readAloud(text, {
      pace: { firstByte: 0.2, rate: 8 },
      faults: ({ index }) => (index === 2 ? [{ kind: 'cut', afterLines: 12 }] : []),
    });
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    const all = said(bought());
    const cutOff = bought()[2] ?? '';
    const again = bought().find((one, i) => i > 2 && cutOff.endsWith(one)) ?? '';
    expect(again).not.toBe('');
    expect(again.length).toBeLessThan(cutOff.length);
    for (let i = 0; i < 30; i++) expect(all).toContain(sentence(i));
    expect(speech.getSnapshot().error).toBe(null);
  });

  it('is the end, is named, and is bought on retry', async () => {
    let broken = true;
    const { speech, until, bought } = readAloud(text, {
      retries: 1,
      faults: ({ body }) =>
        broken && body?.text.includes('number 9 ') ? [{ kind: 'status', status: 500, body: null }] : [],
    });
    speech.play();
    await until(() => speech.getSnapshot().status === 'paused', 200);
    const { error, loading } = speech.getSnapshot();
    expect(loading).toBe('failed');
    expect(error).toBeInstanceOf(PartError);
    const { start, end } = error as PartError;
    expect(text.slice(start, end)).toContain('number 9 ');
    expect(speech.currentOffset()).toBeGreaterThan(start - 40);
    broken = false;
    const before = bought().length;
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    expect(speech.getSnapshot().error).toBe(null);
    expect(said(bought().slice(before))).toBe(text.slice(start).trim());
  });

  it('is passed over where that was asked for, and named all the same', async () => {
    const { speech, until } = readAloud(text, {
      retries: 0,
      onFailure: 'skip',
      faults: ({ body }) => (body?.text.includes('number 9 ') ? [{ kind: 'status', status: 500, body: null }] : []),
    });
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    expect(speech.getSnapshot().error).toBeInstanceOf(PartError);
    expect(speech.getSnapshot().timeline.timeAt(text.length - 2)).toBeGreaterThan(60);
  });

  it('that nobody may ask for again is not: a refusal is final', async () => {
    const { speech, turn, calls } = readAloud(text, {
      faults: [{ kind: 'status', status: 401, body: { detail: { status: 'quota_exceeded', message: 'No credits.' } } }],
    });
    speech.play();
    await turn(30);
    expect(calls.length).toBeLessThanOrEqual(2);
    expect(speech.getSnapshot()).toMatchObject({ status: 'error', loading: 'failed' });
  });
});

describe('what it costs', () => {
  it('is known before, and told as it is spent', async () => {
    const told: [Cost, Cost][] = [];
    const { speech, until, calls } = readAloud(text, { onSpend: (bought, spent) => told.push([bought, spent]) });
    expect(speech.getSnapshot()).toMatchObject({
      spent: { characters: 0, credits: 0 },
      toCome: { characters: text.length, credits: text.length },
    });
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    const characters = calls.reduce((sum, call) => sum + call.characters, 0);
    expect(speech.getSnapshot().spent).toEqual({ characters, credits: characters });
    expect(speech.getSnapshot().toCome.characters).toBe(0);
    expect(told.at(-1)?.[1]).toEqual({ characters, credits: characters });
    expect(told.length).toBe(calls.length);
  });

  it('stops before a budget is crossed, says so, and goes on with a greater one', async () => {
    let characters = 700;
    const { speech, until, calls } = readAloud(text, { budget: () => ({ characters }) });
    speech.play();
    await until(() => speech.getSnapshot().status === 'paused', 200);
    expect(speech.getSnapshot().error).toBeInstanceOf(BudgetError);
    expect(calls.reduce((sum, call) => sum + call.characters, 0)).toBeLessThanOrEqual(700);
    expect(speech.currentTime()).toBeGreaterThan(20);
    characters = 10_000;
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    expect(speech.getSnapshot().error).toBe(null);
  });
});

describe('the voice across parts', () => {
  it('is told what was said before and what comes, where the model takes that', async () => {
    const { speech, turn, calls } = readAloud(text);
    speech.play();
    await turn(10);
    const [first, second] = calls;
    expect(first?.stitching.previous).toBe(null);
    expect(first?.stitching.next).toContain(second?.body?.text.slice(0, 40));
    expect(text).toContain(String(second?.stitching.previous ?? 'nothing'));
  });

  it('follows on from the requests before, where those are whole and the API still knows them', async () => {
    const { speech, until, calls } = readAloud(text, { ahead: 4, concurrency: 1 });
    speech.play();
    await until(() => calls.length > 4, 200);
    const [first, second, third] = calls;
    expect(second?.stitching.previous).toEqual([first?.requestId]);
    expect(third?.stitching.previous).toEqual([first?.requestId, second?.requestId]);
  });

  it('is told nothing of it where the model refuses it', async () => {
    const { speech, turn, calls } = readAloud(text, { modelId: 'eleven_v3' });
    speech.play();
    await turn(10);
    expect(calls.length).toBeGreaterThan(1);
    for (const { stitching, status } of calls)
      expect([status, stitching]).toEqual([200, { previous: null, next: null }]);
  });
});

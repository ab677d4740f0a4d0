import { BudgetError, createSpeechStore, PartError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryShelf } from '../store/memory-shelf.js';
import { readAloud } from './reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sentence = (i: number) => `Sentence number ${i} says a little more than the one before it did.`;
const text = Array.from({ length: 30 }, (_, i) => sentence(i)).join(' ');
const book = Array.from({ length: 40 }, (_, i) =>
  Array.from({ length: 6 }, (_, k) => sentence(i * 6 + k)).join(' '),
).join('\n\n');
const total = (texts: readonly string[]) => texts.reduce((sum, one) => sum + one.length, 0);

describe('a reader who leaves and comes back', () => {
  it.each([
    [1.5, 0.9, 3],
    [1.5, 4, 8],
    [6, 0.9, 4.5],
    [1.5, 4, 20],
  ])('hears it to the end: sound at %s times, left after %s s, back after %s s', async (rate, left, back) => {
    const { speech, turn, until } = readAloud(text, { pace: { firstByte: 0.2, rate }, subscribed: false });
    const leave = speech.subscribe(() => {});
    speech.play();
    await turn(left);
    leave();
    await turn(back);
    speech.subscribe(() => {});
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
  });

  it('at once, before anything came, finds what was asked for: nothing is bought twice', async () => {
    const { speech, turn, until, bought } = readAloud(text, { pace: { firstByte: 0.5, rate: 6 }, subscribed: false });
    const leave = speech.subscribe(() => {});
    speech.play();
    await turn(0.2);
    leave();
    await turn(0.05);
    speech.subscribe(() => {});
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    expect(total(bought())).toBeLessThanOrEqual(text.length);
  });

  it('and presses play and stop in turn, buys nothing twice', async () => {
    const { speech, turn, until, bought } = readAloud(text, { pace: { firstByte: 0.3, rate: 6 } });
    for (let i = 0; i < 5; i++) {
      speech.play();
      await turn(0.2);
      speech.stop();
      await turn(0.1);
    }
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    expect(total(bought())).toBeLessThanOrEqual(text.length);
  });

  it('buys, while scrubbing, little of what is passed', async () => {
    const { speech, turn, bought } = readAloud(book);
    speech.play();
    await turn(1);
    const before = total(bought());
    for (let i = 0; i < 20; i++) {
      speech.seek(100 + i * 40);
      await turn(0.05);
    }
    await turn(2);
    expect(speech.getSnapshot().status).toBe('playing');
    expect(total(bought()) - before).toBeLessThan(2200);
  });
});

describe('a failure ahead', () => {
  it('does not keep back what was bought before it', async () => {
    const { speech, turn, until } = readAloud(text, { budget: { characters: 300 } });
    speech.play();
    await turn(1);
    expect(speech.getSnapshot()).toMatchObject({ status: 'playing', error: null });
    await until(() => speech.getSnapshot().status === 'paused', 60);
    expect(speech.getSnapshot().error).toBeInstanceOf(BudgetError);
    expect(speech.currentTime()).toBeGreaterThan(5);
  });

  it('of the budget is never passed over', async () => {
    const { speech, until } = readAloud(text, { budget: { characters: 900 }, onFailure: 'skip' });
    speech.play();
    await until(() => speech.getSnapshot().status === 'paused', 200);
    expect(speech.getSnapshot()).toMatchObject({ loading: 'failed' });
    expect(speech.currentOffset()).toBeLessThan(1200);
  });

  it('of the budget asks nothing for what lies on the shelf', async () => {
    const { shelf: keep } = createMemoryShelf();
    const first = readAloud(text, { store: createSpeechStore({ keep }) });
    const all = first.speech.fetchAll();
    await first.turn(10);
    await all;
    first.speech.dispose();
    const { speech, until, calls } = readAloud(text, { store: createSpeechStore({ keep }), budget: { credits: 0 } });
    speech.play();
    await until(() => speech.getSnapshot().status === 'ended', 400);
    expect(calls.length).toBe(0);
  });

  it('is told at once to who goes there, and asked for again by play', async () => {
    let broken = true;
    const { speech, turn, until } = readAloud(text, {
      retries: 0,
      faults: ({ body }) => (broken && body?.text.includes('number 9 ') ? [{ kind: 'status', status: 400 }] : []),
    });
    speech.play();
    await turn(2);
    speech.seekToOffset(text.indexOf('number 9 '));
    await turn(2);
    expect(speech.getSnapshot().status).not.toBe('buffering');
    expect(speech.getSnapshot().error).toBeInstanceOf(PartError);
    broken = false;
    speech.play();
    await until(() => speech.getSnapshot().status === 'playing', 20);
    expect(speech.currentOffset()).toBeGreaterThanOrEqual(text.indexOf(sentence(9)));
  });

  it('is why it cannot all be fetched, although it would be passed over', async () => {
    const { speech, turn } = readAloud(text, {
      retries: 0,
      onFailure: 'skip',
      faults: ({ body }) => (body?.text.includes('number 9 ') ? [{ kind: 'status', status: 400 }] : []),
    });
    const outcome = speech.fetchAll().catch((error: unknown) => error);
    await turn(30);
    expect(await outcome).toBeInstanceOf(PartError);
  });
});

describe('fetching all', () => {
  it('ends with the speech', async () => {
    const { speech, turn, calls } = readAloud(book, { pace: { firstByte: 0.1, rate: 20 } });
    const outcome = speech.fetchAll().catch((error: unknown) => error);
    await turn(2);
    speech.dispose();
    expect(String(await outcome)).toContain('disposed');
    await turn(6);
    const before = calls.length;
    await turn(60);
    expect(calls.length).toBe(before);
  });

  it('that is whole in the store already is done with at once', async () => {
    const store = createSpeechStore();
    const first = readAloud(book, { store });
    const all = first.speech.fetchAll();
    await first.turn(60);
    await all;
    const second = readAloud(book, { store });
    await second.speech.fetchAll();
    expect(second.calls.length).toBe(0);
  });
});

describe('what says nothing', () => {
  it.each(['', '   \n\n  '])('is over at once: %j', async (nothing) => {
    const { speech, turn, calls } = readAloud(nothing);
    speech.play();
    await turn(1);
    expect(speech.getSnapshot()).toMatchObject({ status: 'ended', error: null });
    expect(calls.length).toBe(0);
  });
});

describe('times of what was heard', () => {
  it('stay, and never step back while it plays, wherever the reader jumps', async () => {
    // So long that no two places that were gone to come to touch: then what was guessed between them is gone.
    const long = Array.from({ length: 10 }, () => book).join('\n\n');
    const { speech, turn, until } = readAloud(long, { pace: { firstByte: 0.2, rate: 8 } });
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const heard = new Map<number, number>();
    speech.play();
    for (let i = 0; i < 12; i++) {
      await until(() => speech.getSnapshot().status === 'playing', 60);
      let before = speech.currentTime();
      for (let k = 0; k < 20; k++) {
        await turn(0.1);
        const now = speech.currentTime();
        expect(now - before).toBeGreaterThanOrEqual(0);
        expect(now - before).toBeLessThan(0.25);
        before = now;
      }
      const { timeline } = speech.getSnapshot();
      for (const [offset, time] of heard) expect(timeline.timeAt(offset)).toBeCloseTo(time, 3);
      const offset = speech.currentOffset();
      heard.set(offset, timeline.timeAt(offset) ?? -1);
      speech.seekToOffset(Math.floor(random() * long.length));
    }
  });
});

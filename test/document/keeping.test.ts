import { createSpeechStore } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryShelf } from '../store/memory-shelf.js';
import { readAloud } from './reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sentence = (i: number) => `Sentence number ${i} says a little more than the one before it did.`;
const text = Array.from({ length: 30 }, (_, i) => sentence(i)).join(' ');

describe('a long text that is kept', () => {
  it('is not bought again by another page, wherever the first reader jumped', async () => {
    const { shelf: keep } = createMemoryShelf();
    const first = readAloud(text, { store: createSpeechStore({ keep }) });
    first.speech.seekToOffset(text.indexOf(sentence(18)));
    first.speech.play();
    await first.until(() => first.speech.getSnapshot().status === 'ended', 200);
    first.speech.seek(0);
    first.speech.play();
    await first.until(() => first.speech.getSnapshot().status === 'ended', 300);
    expect(first.speech.getSnapshot().loading).toBe('complete');
    first.speech.dispose();

    const second = readAloud(text, { store: createSpeechStore({ keep }) });
    second.speech.play();
    await second.until(() => second.speech.getSnapshot().status === 'ended', 300);
    expect(second.calls.length).toBe(0);
    expect(second.speech.getSnapshot().spent).toEqual({ characters: 0, credits: 0 });
  });

  it('is shared by two that read it in one page: each part is bought once', async () => {
    const store = createSpeechStore();
    const one = readAloud(text, { store });
    const two = readAloud(text, { store });
    one.speech.play();
    await one.turn(3);
    two.speech.play();
    await two.turn(3);
    const texts = [...one.bought(), ...two.bought()];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is not cut anew by another that seeks into what the first one bought', async () => {
    const store = createSpeechStore();
    const one = readAloud(text, { store });
    one.speech.play();
    await one.turn(20);
    const two = readAloud(text, { store });
    two.speech.seekToOffset(text.indexOf('little', text.indexOf(sentence(4))));
    two.speech.play();
    await two.turn(2);
    expect(two.speech.getSnapshot().status).toBe('playing');
    expect(two.calls.length).toBe(0);
  });

  it('is heard at once by another that finds it whole in the store', async () => {
    const store = createSpeechStore();
    const one = readAloud(text, { store });
    one.speech.play();
    await one.turn(3);
    one.speech.dispose();
    const two = readAloud(text, { store });
    two.speech.play();
    await two.turn(2);
    expect(two.speech.getSnapshot().status).toBe('playing');
    expect(two.calls.length).toBe(0);
  });

  it('can be fetched as a whole, and tells how far that is', async () => {
    const { speech, calls, turn } = readAloud(text, { pace: { firstByte: 0.1, rate: 20 } });
    const done = vi.fn();
    speech.fetchAll().then(done);
    await turn(1);
    const early = speech.getSnapshot().toCome.characters;
    await turn(2);
    expect(speech.getSnapshot().toCome.characters).toBeLessThan(early);
    await turn(40);
    expect(done).toHaveBeenCalled();
    expect(speech.getSnapshot()).toMatchObject({ status: 'idle', loading: 'complete', toCome: { characters: 0 } });
    const before = calls.length;
    speech.play();
    await turn(30);
    expect(calls.length).toBe(before);
  });

  it('stops fetching when it is told to', async () => {
    const { speech, calls, turn } = readAloud(text, { pace: { firstByte: 0.1, rate: 20 } });
    const stop = new AbortController();
    const outcome = speech.fetchAll({ signal: stop.signal }).catch((error: unknown) => error);
    await turn(1);
    stop.abort(new Error('Enough.'));
    expect(await outcome).toEqual(new Error('Enough.'));
    const before = calls.length;
    await turn(20);
    expect(calls.length).toBe(before);
  });

  it('cannot be fetched beyond the budget', async () => {
    const { speech, turn } = readAloud(text, { budget: { characters: 700 } });
    const outcome = speech.fetchAll().catch((error: unknown) => error);
    await turn(20);
    expect(String(await outcome)).toContain('budget');
  });
});

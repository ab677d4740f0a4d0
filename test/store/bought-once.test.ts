import { AudioError, createSpeechStore } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createShop } from './shop.js';

const settle = () => vi.advanceTimersByTimeAsync(0);
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the same speech', () => {
  test('is bought once by all who open it, however soon', async () => {
    const { purchases, recipe, last } = createShop();
    const store = createSpeechStore();
    const first = store.open(recipe('Hello.'));
    expect(store.open(recipe('Hello.'))).toBe(first);
    await settle();
    expect(store.open(recipe('Hello.'))).toBe(first);
    last().send('Hello.');
    last().finish();
    await settle();
    expect(first.loading).toBe('complete');
    expect(store.open(recipe('Hello.'))).toBe(first);
    expect(store.peek('Hello.')).toBe(first);
    expect(purchases).toHaveLength(1);
  });

  test('is bought twice by those who share no store', async () => {
    const { purchases, recipe } = createShop();
    createSpeechStore().open(recipe('Hello.'));
    createSpeechStore().open(recipe('Hello.'));
    expect(purchases).toHaveLength(2);
  });

  test('is another than that of another key', () => {
    const { purchases, recipe } = createShop();
    const store = createSpeechStore();
    expect(store.open(recipe('One.'))).not.toBe(store.open(recipe('Two.')));
    expect(purchases).toHaveLength(2);
  });

  test('is not bought by looking for it', () => {
    const { purchases } = createShop();
    expect(createSpeechStore().peek('Hello.')).toBeNull();
    expect(purchases).toEqual([]);
  });

  test('is not bought where it could not be played', () => {
    const { purchases, recipe } = createShop();
    const store = createSpeechStore();
    expect(() => store.open(recipe('Hello.', { outputFormat: 'm4a_44100_128' }))).toThrow(AudioError);
    expect(purchases).toEqual([]);
    expect(store.peek('Hello.')).toBeNull();
  });
});

describe('leaving', () => {
  test('ends a request some seconds after the last has left', async () => {
    const { recipe, last } = createShop();
    const store = createSpeechStore({ graceSeconds: 5 });
    const recording = store.open(recipe('Hello.'));
    const leaveFirst = recording.retain();
    const leaveSecond = recording.retain();
    await settle();
    leaveFirst();
    await seconds(60);
    expect(last().signal.aborted).toBe(false);
    leaveSecond();
    await seconds(4.9);
    expect(last().signal.aborted).toBe(false);
    await seconds(0.2);
    expect(last().signal.aborted).toBe(true);
    expect(recording.loading).toBe('abandoned');
    expect(recording.error).toBeNull();
  });

  test('twice counts once', async () => {
    const { recipe, last } = createShop();
    const recording = createSpeechStore({ graceSeconds: 1 }).open(recipe('Hello.'));
    const leave = recording.retain();
    recording.retain();
    leave();
    leave();
    await seconds(10);
    expect(last().signal.aborted).toBe(false);
  });

  test('and coming back in time goes on with the same request', async () => {
    const { purchases, recipe, last } = createShop();
    const store = createSpeechStore({ graceSeconds: 5 });
    const leave = store.open(recipe('Hello.')).retain();
    await settle();
    leave();
    await seconds(4);
    const again = store.open(recipe('Hello.'));
    again.retain();
    await seconds(60);
    last().send('Hello.');
    last().finish();
    await settle();
    expect(again.loading).toBe('complete');
    expect(purchases).toHaveLength(1);
  });

  test('and coming back too late buys anew, since half a speech is none', async () => {
    const { purchases, recipe, last } = createShop();
    const store = createSpeechStore({ graceSeconds: 5 });
    const abandoned = store.open(recipe('Hello.'));
    const leave = abandoned.retain();
    await settle();
    last().send('Hel');
    await settle();
    leave();
    await seconds(5);
    expect(store.peek('Hello.')).toBeNull();
    const again = store.open(recipe('Hello.'));
    expect(again).not.toBe(abandoned);
    expect(again.times.count).toBe(0);
    expect(purchases).toHaveLength(2);
    expect(purchases[1]?.signal.aborted).toBe(false);
  });

  test('is seen at once by who still knows the recording, even if its request takes long to end', async () => {
    const { recipe } = createShop();
    const store = createSpeechStore({ graceSeconds: 5 });
    const recording = store.open(recipe('Hello.', { buy: () => new Promise(() => {}) }));
    recording.retain()();
    await seconds(5);
    expect(recording.loading).toBe('abandoned');
  });

  test('keeps what is complete, and ends nothing', async () => {
    const { purchases, recipe, last } = createShop();
    const store = createSpeechStore({ graceSeconds: 5 });
    const recording = store.open(recipe('Hello.'));
    const leave = recording.retain();
    await settle();
    last().send('Hello.');
    last().finish();
    await settle();
    leave();
    await seconds(600);
    expect(last().signal.aborted).toBe(false);
    expect(recording.loading).toBe('complete');
    expect(store.open(recipe('Hello.'))).toBe(recording);
    expect(purchases).toHaveLength(1);
  });

  test('a request that is done before the time is over keeps what it brought', async () => {
    const { purchases, recipe, last } = createShop();
    const store = createSpeechStore({ graceSeconds: 5 });
    const leave = store.open(recipe('Hello.')).retain();
    await settle();
    leave();
    last().send('Hello.');
    last().finish();
    await seconds(60);
    expect(store.open(recipe('Hello.')).loading).toBe('complete');
    expect(purchases).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud } from './reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sentence = (i: number) => `Sentence number ${i} says a little more than the one before it did.`;
const paragraph = (i: number) => Array.from({ length: 6 }, (_, k) => sentence(i * 6 + k)).join(' ');
const book = Array.from({ length: 40 }, (_, i) => paragraph(i)).join('\n\n');

describe('a seek into what was not bought', () => {
  it('buys nothing while it is not played, and then only from the sentence there', async () => {
    const { speech, turn, until, bought } = readAloud(book);
    const place = book.indexOf('little', book.indexOf(sentence(100)));
    speech.seekToOffset(place);
    await turn(1);
    expect(bought()).toEqual([]);
    expect(speech.currentOffset()).toBe(place);
    expect(speech.currentTime()).toBeGreaterThan(100);
    speech.play();
    await until(() => speech.getSnapshot().status === 'playing');
    expect(bought()[0]?.startsWith(sentence(100))).toBe(true);
    // From the very word.
    expect(Math.abs(speech.currentOffset() - place)).toBeLessThan(4);
    await turn(2);
    expect(speech.currentOffset()).toBeGreaterThan(place + 10);
    expect(speech.currentOffset()).toBeLessThan(place + 60);
  });

  it('by seconds goes to what is guessed to be there', async () => {
    const { speech, turn, until } = readAloud(book);
    speech.play();
    await turn(2);
    const { timeline } = speech.getSnapshot();
    const wished = timeline.offsetAt(500);
    speech.seek(500);
    expect(speech.getSnapshot().status).toBe('buffering');
    await until(() => speech.getSnapshot().status === 'playing');
    expect(Math.abs(speech.currentOffset() - wished)).toBeLessThan(4);
  });

  it('leaves times that were heard where they are', async () => {
    const { speech, turn, until } = readAloud(book);
    speech.play();
    await turn(20);
    const heard = [0, 100, 200].map((offset) => speech.getSnapshot().timeline.timeAt(offset));
    const place = book.indexOf(sentence(120));
    speech.seekToOffset(place);
    await until(() => speech.getSnapshot().status === 'playing');
    const there = speech.getSnapshot().timeline.timeAt(place);
    await turn(60);
    const { timeline } = speech.getSnapshot();
    expect([0, 100, 200].map((offset) => timeline.timeAt(offset))).toEqual(heard);
    expect(timeline.timeAt(place)).toBe(there);
  });

  it('back into what was heard buys nothing', async () => {
    const { speech, turn, bought } = readAloud(book);
    speech.play();
    await turn(30);
    speech.pause();
    const before = bought().length;
    speech.seek(1);
    speech.play();
    await turn(3);
    expect(bought().length).toBe(before);
    expect(speech.getSnapshot().status).toBe('playing');
    expect(speech.currentTime()).toBeGreaterThan(3.8);
  });
});

describe('what lies ahead', () => {
  it('is bought no further than the window, wherever it is stopped', async () => {
    const { speech, turn, bought } = readAloud(book, { ahead: 60 });
    speech.play();
    for (let i = 0; i < 40; i++) {
      await turn(2.3);
      const units = bought().join('').length;
      const { timeline } = speech.getSnapshot();
      const until = timeline.timeAt(units) ?? 0;
      expect(until - speech.currentTime()).toBeLessThan(61);
    }
  });

  it('is not bought while it is paused', async () => {
    const { speech, turn, bought } = readAloud(book);
    speech.play();
    await turn(5);
    speech.pause();
    const before = bought().length;
    await turn(60);
    expect(bought().length).toBe(before);
  });

  it('is given up after a long pause, and asked for again from there', async () => {
    const { speech, turn, bought } = readAloud(book, { pace: { firstByte: 0.2, rate: 1.2 } });
    speech.play();
    await turn(9);
    speech.pause();
    const before = bought();
    // A short one changes nothing.
    await turn(5);
    speech.play();
    await turn(0.5);
    speech.pause();
    expect(bought()).toEqual(before);
    await turn(12);
    speech.play();
    await turn(1);
    expect(bought().length).toBeGreaterThan(before.length);
    const again = bought()[before.length] ?? '';
    expect(before.some((one) => one.endsWith(again) && one.length > again.length)).toBe(true);
  });

  it('is given up on stop, and what came of it is not bought again', async () => {
    const { speech, turn, until, calls, bought } = readAloud(book, { pace: { firstByte: 0.2, rate: 1.5 }, usual: 320 });
    speech.play();
    await turn(12);
    speech.stop();
    // Who presses play again at once finds it still coming.
    await turn(7);
    speech.play();
    await until(() => speech.currentTime() > 60, 200);
    const texts = bought();
    const times = (text: string) => texts.filter((one) => one.includes(text)).length;
    // Of what was on its way, the sentences that had come are kept, and only the others are asked for again.
    for (const i of [0, 1, 2, 3, 4, 6]) expect(times(sentence(i)), sentence(i)).toBe(1);
    expect(times(sentence(9))).toBe(2);
    expect(calls.length).toBeGreaterThan(3);
  });
});

import { createPractice, type Speech } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { practised } from './practised.js';

const TEXT = 'One two. Three four. Five six.';
/** Offsets of its sentences, without the white space between. */
const SENTENCES = [
  [0, 8],
  [9, 20],
  [21, 30],
] as const;

// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
let fake: FakeAudioContext;
let speech: Speech;
beforeEach(async () => {
  vi.useFakeTimers();
  fake = createFakeAudioContext();
  speech = practised(TEXT, fake.context, 0.1);
  await fake.turn(0.1);
});
afterEach(() => {
  speech.dispose();
  vi.useRealTimers();
});

const status = () => speech.getSnapshot().status;

/** Offsets that were lit, in order, without repeats in a row. */
async function litDuring(seconds: number): Promise<number[]> {
  const lit: number[] = [];
  for (let at = 0; at < seconds; at += 0.02) {
    await fake.turn(0.02);
    const offset = speech.currentOffset();
    if (lit.at(-1) !== offset) lit.push(offset);
  }
  return lit;
}

describe('a loop', () => {
  it('lights the stretch from its first character to its last, again and again, and nothing else', async () => {
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 });
    const lit = await litDuring(2.5);
    const once = [9, 10, 11, 12, 13];
    expect(lit.slice(0, 20)).toEqual([...once, ...once, ...once, ...once]);
    expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', range: { start: 9, end: 14 }, phase: 'hearing' });
    expect(practice.getSnapshot().round).toBeGreaterThanOrEqual(4);
  });

  it('rests at its end after the last time, from where play goes on with the text', async () => {
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 }, { times: 2 });
    await fake.turn(1.5);
    expect([status(), speech.currentOffset(), practice.getSnapshot().mode]).toEqual(['paused', 13, 'off']);
    speech.play();
    expect(await litDuring(0.5)).toEqual(expect.arrayContaining([14, 15, 16]));
  });

  it('goes on with the text by itself where it is told to', async () => {
    const practice = createPractice(speech);
    practice.loop({ start: 0, end: 3 }, { times: 2, after: 'go-on' });
    await fake.turn(1.6);
    expect(status()).toBe('playing');
    expect(speech.currentOffset()).toBeGreaterThan(4);
  });

  it('survives a pause and a change of speed in its middle', async () => {
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 });
    await fake.turn(0.7);
    const before = speech.currentOffset();
    speech.pause();
    await fake.turn(1);
    expect(Math.abs(speech.currentOffset() - before)).toBeLessThanOrEqual(1);
    speech.play();
    speech.setPlaybackRate(2);
    const lit = await litDuring(1.5);
    expect(Math.min(...lit)).toBe(9);
    expect(Math.max(...lit)).toBe(13);
    expect(practice.getSnapshot().round).toBeGreaterThanOrEqual(5);
  });

  it('goes on within itself when a place of it is gone to, and ends when another is', async () => {
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 });
    await fake.turn(0.3);
    speech.seekToOffset(13);
    expect(speech.currentOffset()).toBe(13);
    expect((await litDuring(0.4)).slice(0, 3)).toEqual([13, 9, 10]);
    expect(practice.getSnapshot().mode).toBe('loop');
    speech.seekToOffset(21);
    expect(practice.getSnapshot().mode).toBe('off');
    expect(await litDuring(0.6)).toEqual([21, 22, 23, 24, 25, 26]);
  });

  it('ends when it is told to, and the sound goes on where it is', async () => {
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 });
    await fake.turn(0.3);
    practice.stop();
    expect(await litDuring(0.7)).toEqual(expect.arrayContaining([13, 14, 15, 16]));
    practice.loop({ start: 9, end: 14 });
    await fake.turn(0.3);
    speech.stop();
    await fake.turn(0.1);
    expect([status(), speech.currentOffset(), practice.getSnapshot().mode]).toEqual(['idle', 0, 'off']);
  });

  it('is of what the voice is in, and moves on to the next such stretch', async () => {
    const practice = createPractice(speech);
    speech.seekToOffset(11);
    practice.loopUnit('sentence');
    const [, second, third] = SENTENCES;
    expect(practice.getSnapshot().range).toEqual({ start: second[0], end: second[1] });
    practice.next();
    expect(practice.getSnapshot().range).toEqual({ start: third[0], end: third[1] });
    practice.previous();
    practice.loopUnit('word');
    await fake.turn(0.1);
    expect(practice.getSnapshot().range).toEqual({ start: 9, end: 14 });
  });

  it('is of a stretch whose ends are marked while it is heard', async () => {
    const practice = createPractice(speech);
    speech.play();
    await fake.turn(0.55);
    practice.mark();
    const from = practice.getSnapshot().markedFrom ?? -1;
    await fake.turn(0.6);
    practice.mark();
    const { range, markedFrom } = practice.getSnapshot();
    expect(markedFrom).toBe(null);
    expect(range).toEqual({ start: from, end: 14 });
    practice.mark();
    expect(practice.getSnapshot().mode).toBe('off');
  });

  it('of nothing but white space, or of no text, is none', async () => {
    const practice = createPractice(speech);
    practice.loop({ start: 8, end: 9 });
    practice.loop({ start: 5, end: 5 });
    practice.loop({ start: Number.NaN, end: -4 });
    await fake.turn(0.2);
    expect([status(), practice.getSnapshot().mode]).toEqual(['idle', 'off']);
  });

  it('tells of each round once, and of nothing between', async () => {
    const practice = createPractice(speech);
    const told = vi.fn();
    practice.loop({ start: 0, end: 7 }, { times: 3, gap: 0.5 });
    await fake.turn(0.1);
    practice.subscribe(told);
    const seen: string[] = [];
    practice.subscribe(() => {
      const { round, phase } = practice.getSnapshot();
      seen.push(`${round} ${phase}`);
    });
    vi.stubGlobal('requestAnimationFrame', (done: () => void) => setTimeout(done, 16));
    await fake.turn(4);
    vi.unstubAllGlobals();
    expect(told.mock.calls.length).toBeLessThanOrEqual(6);
    expect(seen.at(-1)).toBe('0 hearing');
  });
});

describe('a drill', () => {
  it('pauses behind each sentence until the next is asked for', async () => {
    const practice = createPractice(speech);
    practice.drill('sentence');
    for (const [start, end] of SENTENCES) {
      const lit = await litDuring(1.6);
      expect([Math.min(...lit), Math.max(...lit)]).toEqual([start, end - 1]);
      expect(status()).toBe('paused');
      expect(practice.getSnapshot()).toMatchObject({ mode: 'drill', phase: 'waiting', range: { start, end } });
      practice.next();
    }
  });

  it('takes play for next, and goes back', async () => {
    const practice = createPractice(speech);
    practice.drill('sentence');
    await fake.turn(1.4);
    speech.play();
    await fake.turn(0.2);
    expect(practice.getSnapshot().range).toEqual({ start: 9, end: 20 });
    expect(speech.currentOffset()).toBeGreaterThanOrEqual(9);
    practice.previous();
    await fake.turn(0.2);
    expect(speech.currentOffset()).toBeLessThan(8);
    speech.seekToOffset(25);
    await fake.turn(0.2);
    expect(practice.getSnapshot()).toMatchObject({ mode: 'drill', range: { start: 21, end: 30 } });
  });

  it('goes through the text by itself, each sentence as often as it is told to', async () => {
    const practice = createPractice(speech);
    practice.drill('sentence', { between: 'go-on', times: 2 });
    const lit = await litDuring(7);
    const starts = lit.filter((offset) => SENTENCES.some(([start]) => start === offset));
    expect(starts).toEqual([0, 0, 9, 9, 21, 21]);
    expect(lit).not.toContain(8);
    expect(status()).toBe('paused');
  });
});

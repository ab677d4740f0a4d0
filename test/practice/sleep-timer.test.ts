import { createPractice, createSleepTimer, type Speech } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { practised } from './practised.js';

const TEXT = 'It was late and cold. Nobody knew why the lamp was lit.\n\nThe storm came.';

// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
let fake: FakeAudioContext;
let speech: Speech;
beforeEach(async () => {
  vi.useFakeTimers();
  fake = createFakeAudioContext();
  speech = practised(TEXT, fake.context, 0.25);
  speech.play();
  await fake.turn(1);
});
afterEach(() => {
  speech.dispose();
  vi.useRealTimers();
});

const status = () => speech.getSnapshot().status;

describe('a sleep timer', () => {
  it.each([
    ['sentence', 21],
    ['paragraph', 55],
  ] as const)('pauses at the end of the %s, whatever the speed, and leaves nothing unheard', async (endOf, end) => {
    const timer = createSleepTimer(speech);
    timer.start({ endOf });
    await fake.turn(0.5);
    speech.setPlaybackRate(2);
    await fake.turn(0.2);
    const left = timer.remaining() ?? Number.NaN;
    expect(left).toBeCloseTo((end * 0.25 - speech.currentTime()) / 2, 1);
    await fake.turn(left + 0.3);
    expect([status(), speech.currentOffset(), timer.getSnapshot().state]).toEqual(['paused', end, 'off']);
  });

  it('is over with the text', async () => {
    const timer = createSleepTimer(speech);
    timer.start({ endOf: 'text' });
    await fake.turn(TEXT.length * 0.25);
    expect([status(), timer.getSnapshot().state, timer.remaining()]).toEqual(['ended', 'off', null]);
  });

  it('fades for three seconds before some minutes are over, and then pauses', async () => {
    const fade = vi.spyOn(speech, 'fade');
    const timer = createSleepTimer(speech);
    const states: string[] = [];
    timer.subscribe(() => states.push(timer.getSnapshot().state));
    timer.start({ minutes: 0.1 });
    await fake.turn(2.9);
    expect(states).toEqual(['waiting']);
    await fake.turn(0.4);
    expect(states).toEqual(['waiting', 'fading']);
    expect(fade.mock.calls.findLast(([level]) => level === 0)?.[1]).toBeCloseTo(3, 0);
    await fake.turn(2.8);
    expect([status(), states]).toEqual(['paused', ['waiting', 'fading', 'off']]);
    // Who presses play again hears it.
    expect(fade.mock.lastCall).toEqual([1]);
    expect(speech.getSnapshot().volume).toBe(1);
  });

  it('fades once in a loop, however often that goes back to its beginning meanwhile', async () => {
    createPractice(speech).loop({ start: 7, end: 10 });
    const fade = vi.spyOn(speech, 'fade');
    createSleepTimer(speech).start({ minutes: 0.1 });
    await fake.turn(6.2);
    expect(fade.mock.calls.map(([level]) => level)).toEqual([1, 0, 1]);
    expect(status()).toBe('paused');
  });

  it('goes by the sentence that is gone to meanwhile, and falls silent for none that is left', async () => {
    const timer = createSleepTimer(speech);
    timer.start({ endOf: 'sentence' });
    await fake.turn(2);
    speech.seekToOffset(30);
    await fake.turn(0.1);
    expect(timer.getSnapshot().state).toBe('waiting');
    expect(timer.remaining()).toBeGreaterThan(5);
  });

  it('is loud again at once where the reader goes on elsewhere while it fades', async () => {
    const fade = vi.spyOn(speech, 'fade');
    const timer = createSleepTimer(speech);
    timer.start({ endOf: 'sentence' });
    await fake.turn(2.5);
    expect([timer.getSnapshot().state, fade.mock.lastCall?.[0]]).toEqual(['fading', 0]);
    speech.seekToOffset(24);
    await fake.turn(0.3);
    expect([timer.getSnapshot().state, fade.mock.lastCall]).toEqual(['waiting', [1]]);
  });

  it('goes on with the seconds that are left, where some were over elsewhere', async () => {
    const timer = createSleepTimer(speech);
    timer.start({ minutes: 15 }, 42);
    expect([timer.remaining(), timer.getSnapshot().time]).toEqual([42, { minutes: 15 }]);
  });

  it('tells of the seconds without a snapshot each, can be started anew, and leaves the sound as it was where it is given up', async () => {
    const timer = createSleepTimer(speech);
    const [seconds, snapshots] = [vi.fn(), vi.fn()];
    timer.start({ minutes: 5 });
    timer.subscribeSeconds(seconds);
    timer.subscribe(snapshots);
    await fake.turn(4);
    expect(seconds.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(seconds.mock.calls.length).toBeLessThanOrEqual(5);
    expect(snapshots).not.toHaveBeenCalled();
    timer.start({ minutes: 1 });
    expect(timer.remaining()).toBeCloseTo(60, 1);
    timer.cancel();
    await fake.turn(1);
    expect([status(), timer.getSnapshot(), timer.remaining()]).toEqual(['playing', { state: 'off', time: null }, null]);
  });
});

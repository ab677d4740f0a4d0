import { AudioError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { type AudioFocus, createPlayer, type Player } from '../../src/audio/player.js';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { placeSignal } from './place-signal.js';
import { programOf } from './programs.js';

const RATE = 44100;
let opened: FakeAudioContext[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('AudioContext', function AudioContext() {
    const fake = createFakeAudioContext({ state: 'suspended' });
    opened.push(fake);
    return fake.context;
  });
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function player(audioFocus: AudioFocus = 'exclusive', audioContext?: AudioContext): Player {
  const part = createPart('whole', 'pcm_44100');
  part.append(placeSignal(RATE * 10));
  part.end();
  return createPlayer({ program: programOf(part), sampleRate: () => RATE, audioFocus, audioContext });
}

const seconds = (one: Player): number => one.heard().frame / RATE;
const phase = (one: Player): string => one.getState().phase;

/** Turns the clocks of all outputs. */
async function turn(time: number): Promise<void> {
  const [first, ...others] = opened;
  for (let i = 0; i < Math.round(time * 100); i++) {
    await first?.turn(0.01);
    for (const other of others) if (!other.closed) await other.turn(0.01);
  }
}

describe('an output whose clock stands still although it says that it runs', () => {
  it('is woken, and what was not heard yet is heard then', async () => {
    const one = player();
    one.play();
    await turn(1);
    const [fake] = opened;
    fake?.freeze(true);
    const suspend = vi.spyOn(fake?.context ?? ({} as AudioContext), 'suspend');
    await turn(0.4);
    expect(suspend).not.toHaveBeenCalled();
    await turn(0.6);
    expect(suspend).toHaveBeenCalledOnce();
    fake?.freeze(false);
    const before = seconds(one);
    await turn(1);
    expect(phase(one)).toBe('playing');
    expect(seconds(one)).toBeCloseTo(before + 1, 1);
    expect(opened.length).toBe(1);
    one.dispose();
  });

  it('is replaced where waking does not help, and the sound goes on where it was', async () => {
    const one = player();
    one.play();
    await turn(1);
    const before = seconds(one);
    opened[0]?.freeze(true);
    await turn(2);
    expect(opened.length).toBe(2);
    expect(opened[0]?.closed).toBe(true);
    expect(seconds(one)).toBeGreaterThanOrEqual(before);
    await opened[1]?.turn(1);
    expect(phase(one)).toBe('playing');
    expect(seconds(one)).toBeGreaterThan(before + 0.5);
    one.dispose();
  });
});

describe('the output of an app', () => {
  it('that stands still is left alone, is not called playing, and after a second is an AudioError, until it goes on', async () => {
    const fake = createFakeAudioContext();
    const suspend = vi.spyOn(fake.context, 'suspend');
    const one = player('exclusive', fake.context);
    one.play();
    await fake.turn(1);
    fake.freeze(true);
    await fake.turn(0.9);
    expect(one.getState()).toEqual({ phase: 'buffering', blocked: false, error: null });
    const before = fake.sources.length;
    await fake.turn(20);
    expect(one.getState()).toMatchObject({ phase: 'buffering', blocked: false });
    expect(one.getState().error?.message).toContain('stands still');
    expect([suspend.mock.calls.length, fake.sources.length]).toEqual([0, before]);
    fake.freeze(false);
    await fake.turn(0.5);
    expect(one.getState()).toEqual({ phase: 'playing', blocked: false, error: null });
    one.dispose();
  });

  it('that is closed already is an AudioError, and nothing is left of the try', async () => {
    const fake = createFakeAudioContext();
    await fake.context.close();
    const one = player('exclusive', fake.context);
    one.play();
    expect(one.getState()).toMatchObject({ phase: 'paused', error: { message: expect.stringContaining('closed') } });
    expect([fake.connections, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('a page that slept', () => {
  it('does not take its output for one that stands still', async () => {
    const one = player();
    one.play();
    await turn(1);
    const [fake] = opened;
    const suspend = vi.spyOn(fake?.context ?? ({} as AudioContext), 'suspend');
    const real = performance.now.bind(performance);
    for (let nap = 1; nap < 4; nap++) {
      // Its clock went on by minutes while neither its timers nor the sound card did.
      vi.spyOn(performance, 'now').mockImplementation(() => real() + nap * 100_000);
      fake?.freeze(true);
      await turn(0.26);
      fake?.freeze(false);
      await turn(0.3);
    }
    vi.restoreAllMocks();
    expect(suspend).not.toHaveBeenCalled();
    expect([phase(one), opened.length]).toEqual(['playing', 1]);
    one.dispose();
  });
});

describe('a browser that will not wake its output', () => {
  it('is an AudioError, with nothing thrown beside it, and the next gesture works', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const one = player();
    one.play();
    await turn(1);
    const [fake] = opened;
    fake?.answerResume(() => Promise.reject(new DOMException('No.', 'NotAllowedError')));
    fake?.freeze(true);
    await turn(1);
    expect(one.getState()).toMatchObject({ phase: 'buffering', blocked: true });
    expect(one.getState().error).toBeInstanceOf(AudioError);
    fake?.freeze(false);
    fake?.answerResume(async () => fake.setState('running'));
    one.play();
    await turn(0.5);
    expect(one.getState()).toEqual({ phase: 'playing', blocked: false, error: null });
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 10));
    vi.useFakeTimers();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    one.dispose();
  });

  it('is asked again at the next gesture, and no gesture is waited for after it was let go', async () => {
    const page = Object.assign(new EventTarget(), { hidden: false });
    const waiting = new Set<unknown>();
    const [add, remove] = [page.addEventListener.bind(page), page.removeEventListener.bind(page)];
    page.addEventListener = (...all: Parameters<typeof add>) => {
      if (all[0] === 'keydown') waiting.add(all[1]);
      add(...all);
    };
    page.removeEventListener = (...all: Parameters<typeof remove>) => {
      waiting.delete(all[1]);
      remove(...all);
    };
    vi.stubGlobal('document', page);
    const one = player();
    one.play();
    await turn(0.1);
    const [fake] = opened;
    fake?.answerResume(() => new Promise(() => {}));
    fake?.setState('suspended');
    await turn(1);
    expect(one.getState().blocked).toBe(true);
    expect(waiting.size).toBe(1);
    fake?.answerResume(async () => fake.setState('running'));
    page.dispatchEvent(new Event('keydown'));
    await turn(0.2);
    expect(phase(one)).toBe('playing');
    expect(waiting.size).toBe(0);
    fake?.answerResume(() => new Promise(() => {}));
    fake?.setState('suspended');
    expect(waiting.size).toBe(1);
    one.pause();
    expect(waiting.size).toBe(0);
  });
});

describe('an output that somebody closes', () => {
  it('is opened anew where it is the page’s', async () => {
    const one = player();
    one.play();
    await turn(1);
    const before = seconds(one);
    await opened[0]?.context.close();
    expect(phase(one)).toBe('buffering');
    expect(opened.length).toBe(2);
    await opened[1]?.turn(0.5);
    expect(phase(one)).toBe('playing');
    expect(seconds(one)).toBeGreaterThan(before + 0.3);
    one.dispose();
  });

  it('is an AudioError where it is the app’s', async () => {
    const fake = createFakeAudioContext();
    const one = player('exclusive', fake.context);
    one.play();
    await fake.turn(1);
    await fake.context.close();
    expect(one.getState()).toMatchObject({ phase: 'paused', blocked: false });
    expect(one.getState().error).toBeInstanceOf(AudioError);
    expect(one.getState().error?.message).toContain('closed');
  });
});

describe('a call that comes in between', () => {
  it('holds the place, is not called blocked, and the sound goes on after it', async () => {
    const one = player();
    one.play();
    await turn(1);
    const [fake] = opened;
    fake?.answerResume(() => new Promise(() => {}));
    fake?.setState('interrupted' as AudioContextState);
    expect(one.getState()).toMatchObject({ phase: 'buffering', blocked: false });
    const before = seconds(one);
    await turn(3);
    expect(one.getState()).toMatchObject({ phase: 'buffering', blocked: false });
    expect(seconds(one)).toBeCloseTo(before, 3);
    fake?.answerResume(async () => fake.setState('running'));
    fake?.setState('suspended');
    await turn(1);
    expect(one.getState()).toEqual({ phase: 'playing', blocked: false, error: null });
    expect(seconds(one)).toBeCloseTo(before + 1, 1);
    one.dispose();
  });

  it('leaves alone the context of an app that suspends it', async () => {
    const fake = createFakeAudioContext();
    const one = player('exclusive', fake.context);
    one.play();
    await fake.turn(1);
    const resume = vi.spyOn(fake.context, 'resume');
    await fake.context.suspend();
    await fake.turn(1);
    expect(resume).not.toHaveBeenCalled();
    expect(one.getState()).toMatchObject({ phase: 'buffering', blocked: true });
    one.dispose();
  });
});

describe('two players', () => {
  it('are not heard at once: the second pauses the first, which keeps its place', async () => {
    const [first, second] = [player(), player()];
    first.play();
    await turn(1);
    second.play();
    expect(phase(first)).toBe('paused');
    const place = first.heard();
    await turn(1);
    expect(phase(second)).toBe('playing');
    expect(first.heard()).toEqual(place);
    first.play();
    expect(phase(second)).toBe('paused');
    second.dispose();
    await turn(1);
    expect(phase(first)).toBe('playing');
    first.dispose();
  });

  it('are heard at once where one was told to share', async () => {
    const [first, second] = [player(), player('shared')];
    first.play();
    second.play();
    await turn(1);
    expect([phase(first), phase(second)]).toEqual(['playing', 'playing']);
    first.pause();
    first.play();
    await turn(0.5);
    expect(phase(second)).toBe('playing');
    first.dispose();
    second.dispose();
  });
});

describe('an ear that is further away than the browser knows', () => {
  it.each([0.25, -0.05, 0])('hears %s s later, exactly', async (offset) => {
    const fake = createFakeAudioContext({ outputLatency: 0.1 });
    const one = player('exclusive', fake.context);
    one.play();
    await fake.turn(2);
    const before = seconds(one);
    one.setLatencyOffset(offset);
    await fake.turn(1);
    expect(seconds(one)).toBeCloseTo(before + 1 - offset, 3);
    one.dispose();
  });

  it.each([-0.05, -0.5, -1])(
    'that is nearer by %s s than the browser says loses nothing of the end',
    async (offset) => {
      const fake = createFakeAudioContext();
      const one = player('exclusive', fake.context);
      one.setLatencyOffset(offset);
      one.seek({ part: 0, frame: RATE * 7 });
      one.play();
      const begun = () => fake.sources.find(({ samples }) => samples.length > 1)?.startTime ?? 0;
      for (let i = 0; i < 500 && phase(one) !== 'ended'; i++) {
        await fake.turn(0.01);
        if (begun() > 0)
          expect(seconds(one) - 7).toBeLessThanOrEqual(Math.max(0, fake.context.currentTime - begun()) + 1e-4);
      }
      const last = fake.sources.at(-1);
      const end = (last?.startTime ?? 0) + (last?.samples.length ?? 0) / RATE;
      expect(fake.context.currentTime).toBeGreaterThanOrEqual(end);
      expect(fake.context.currentTime).toBeLessThan(end + 0.05);
    },
  );

  it.each([-0.05, -0.3])('that is nearer by %s s swallows nothing where the sound runs dry', async (offset) => {
    const part = createPart('a', 'pcm_44100');
    part.append(placeSignal(RATE * 2));
    const fake = createFakeAudioContext();
    const one = createPlayer({ program: programOf(part), sampleRate: () => RATE, audioContext: fake.context });
    one.setLatencyOffset(offset);
    one.play();
    await fake.turn(1.9);
    expect(phase(one)).toBe('playing');
    expect(fake.sources.every(({ stopTime }) => stopTime === null)).toBe(true);
    await fake.turn(0.3);
    expect([phase(one), seconds(one)]).toEqual(['buffering', 2]);
    one.dispose();
  });

  it('never hears a place again because the offset was changed', async () => {
    const fake = createFakeAudioContext();
    const one = player('exclusive', fake.context);
    one.play();
    await fake.turn(2);
    const before = seconds(one);
    one.setLatencyOffset(0.5);
    expect(seconds(one)).toBe(before);
    await fake.turn(0.4);
    expect(seconds(one)).toBe(before);
    await fake.turn(0.4);
    expect(seconds(one)).toBeGreaterThan(before + 0.2);
    one.dispose();
  });
});

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

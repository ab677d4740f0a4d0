import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import type { GrowingPart } from '../../src/audio/part.js';
import { createPlayer } from '../../src/audio/player.js';
import { createFakeAudioContext, type FakeAudioContextOptions } from '../helpers/fake-audio-context.js';
import { placeSignal } from './place-signal.js';
import { phasesOf, programOf } from './programs.js';

const RATE = 44100;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sound(seconds: number, isWhole = true): GrowingPart {
  const part = createPart('whole', 'pcm_44100');
  part.append(placeSignal(Math.round(seconds * RATE)));
  if (isWhole) part.end();
  return part;
}

function playing(part: GrowingPart, options: FakeAudioContextOptions = {}) {
  const fake = createFakeAudioContext(options);
  const player = createPlayer({ program: programOf(part), sampleRate: () => RATE, audioContext: fake.context });
  player.play();
  return { fake, player, now: () => fake.context.currentTime, heard: () => player.heard().frame / RATE };
}

describe('a change of speed', () => {
  it.each(['pause', 'seek'] as const)('does not keep the old one sounding after a %s', async (how) => {
    const { fake, player, now } = playing(sound(8));
    await fake.turn(1);
    player.setPlaybackRate(2);
    await fake.turn(0.01);
    const old = fake.sources.filter(({ startTime, samples }) => startTime + samples.length / RATE > now());
    expect(old.length).toBeGreaterThan(0);
    const before = player.heard().frame;
    const then = now();
    if (how === 'pause') player.pause();
    else player.seek({ part: 0, frame: RATE * 5 });
    for (const { startTime, stopTime } of old) expect(stopTime).toBeLessThan(Math.max(then, startTime) + 0.02);
    if (how === 'pause') expect((player.heard().frame - before) / RATE).toBeLessThan(0.02);
    player.dispose();
  });

  it('behind which nothing has come yet holds when the old is heard to its end, and goes on there', async () => {
    const part = sound(2, false);
    const { fake, player, now, heard } = playing(part);
    const phases = phasesOf(player);
    await fake.turn(1.98);
    player.setPlaybackRate(1.5);
    await fake.turn(0.2);
    expect(player.getState().phase).toBe('buffering');
    expect(heard()).toBeCloseTo(2, 2);
    const before = fake.sources.length;
    // Some, but less than it resumes with: it would stutter.
    part.append(placeSignal(Math.round(RATE * 1.5 * 0.6)));
    await fake.turn(0.5);
    expect([player.getState().phase, fake.sources.length]).toEqual(['buffering', before]);
    part.append(placeSignal(RATE));
    await fake.turn(0.1);
    expect(player.getState().phase).toBe('playing');
    const again = fake.sources[before]?.startTime ?? 0;
    await fake.turn(0.5);
    expect(heard()).toBeCloseTo(2 + (now() - again) * 1.5, 1);
    expect(phases.at(-1)).toBe('playing');
    player.dispose();
  });

  it('repeats nothing where what follows comes a little too late', async () => {
    const part = sound(2, false);
    const { fake, player, heard } = playing(part);
    await fake.turn(1.9);
    player.setPlaybackRate(1.5);
    await fake.turn(0.08);
    const before = heard();
    const sources = fake.sources.length;
    part.append(placeSignal(RATE * 5).subarray(RATE * 2 * 2));
    await fake.turn(0.1);
    const first = fake.sources[sources];
    // The first sample that is heard at the new speed is none that was heard at the old one.
    expect(Math.round((first?.samples[0] ?? 0) * 32768) & 0xffff).toBe((2 * RATE + 1) & 0xffff);
    expect(heard()).toBeGreaterThanOrEqual(before);
    player.dispose();
  });

  it('in the last moment does not cut the end off', async () => {
    const { fake, player } = playing(sound(2));
    await fake.turn(1.97);
    player.setPlaybackRate(0.5);
    await fake.turn(0.02);
    expect(player.getState().phase).toBe('playing');
    await fake.turn(0.5);
    expect(player.getState().phase).toBe('ended');
    const [last] = fake.sources.slice(-1);
    expect(last?.stopTime ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
      (last?.startTime ?? 0) + (last?.samples.length ?? 0) / RATE,
    );
  });

  it('and another, and a third, before the first is heard: each gives way to the next, and time never falls', async () => {
    const { fake, player, now, heard } = playing(sound(20), { outputLatency: 0.1 });
    await fake.turn(1);
    let latest = 0;
    for (let i = 0; i < 60; i++) {
      player.setPlaybackRate([0.5, 3, 1, 2][i % 4] ?? 1);
      await fake.turn(0.02);
      expect(heard()).toBeGreaterThanOrEqual(latest);
      latest = heard();
    }
    player.setPlaybackRate(1);
    await fake.turn(1);
    const live = fake.sources.filter(
      ({ startTime, stopTime, samples }) =>
        startTime <= now() && now() < Math.min(stopTime ?? Number.POSITIVE_INFINITY, startTime + samples.length / RATE),
    );
    expect([live.length, player.getState().phase]).toEqual([1, 'playing']);
    player.pause();
    await fake.turn(0.2);
    expect([fake.connections, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('and a pause leave none of three speeds sounding', async () => {
    const { fake, player, now } = playing(sound(20));
    await fake.turn(1);
    for (const rate of [2, 0.5, 3]) {
      player.setPlaybackRate(rate);
      await fake.turn(0.01);
    }
    const then = now();
    player.pause();
    for (const { startTime, stopTime, samples } of fake.sources)
      if (startTime + samples.length / RATE > then) expect(stopTime).toBeLessThan(Math.max(then, startTime) + 0.02);
    await fake.turn(0.2);
    expect(fake.connections).toBe(0);
  });

  it('while the output is suspended is heard alone, once it runs', async () => {
    const { fake, player, now } = playing(sound(5), { state: 'suspended', resume: () => new Promise(() => {}) });
    await fake.turn(0.1);
    player.setPlaybackRate(1.5);
    await fake.turn(0.1);
    player.setPlaybackRate(2);
    await fake.turn(0.1);
    fake.setState('running');
    await fake.turn(1);
    const live = fake.sources.filter(({ stopTime, samples }) => samples.length > 1 && stopTime === null);
    expect(player.getState().phase).toBe('playing');
    expect(live.length).toBeGreaterThan(0);
    const from = Math.min(...live.map(({ startTime }) => startTime));
    expect(player.heard().frame / RATE).toBeCloseTo((now() - from) * 2, 1);
    player.dispose();
  });
});

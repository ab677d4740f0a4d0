import { AudioError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { createPlayer } from '../../src/audio/player.js';
import type { Program } from '../../src/audio/program.js';
import { createFakeAudioContext, type FakeAudioContextOptions } from '../helpers/fake-audio-context.js';
import { placeSignal } from './place-signal.js';
import { programOf, seeded } from './programs.js';

const RATE = 44100;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function soundOf(seconds: number) {
  const part = createPart('a', 'pcm_44100');
  part.append(placeSignal(Math.round(seconds * RATE)));
  return part;
}

function playing(program: Program, options: FakeAudioContextOptions = {}) {
  const fake = createFakeAudioContext(options);
  const player = createPlayer({ program, sampleRate: () => RATE, audioContext: fake.context });
  player.play();
  const end = () =>
    Math.max(0, ...fake.sources.map(({ startTime, samples }) => startTime + samples.length / RATE)) -
    fake.context.currentTime;
  return { fake, player, end, phase: () => player.getState().phase, heard: () => player.heard().frame / RATE };
}

describe('sound that ran dry', () => {
  it('begins with a fifth of a second, and again only with three quarters, so that it does not stutter', async () => {
    const part = soundOf(0.19);
    const { fake, player, phase, heard } = playing(programOf(part));
    await fake.turn(0.5);
    expect([phase(), fake.sources.length]).toEqual(['buffering', 0]);
    part.append(placeSignal(RATE * 0.02));
    await fake.turn(0.3);
    expect([phase(), heard()]).toEqual(['buffering', 0.21]);
    const before = fake.sources.length;
    for (let came = 0; came < 0.7; came += 0.05) {
      part.append(placeSignal(RATE * 0.05));
      await fake.turn(0.05);
      expect([phase(), heard(), fake.sources.length]).toEqual(['buffering', 0.21, before]);
    }
    part.append(placeSignal(RATE * 0.06));
    await fake.turn(0.1);
    expect(phase()).toBe('playing');
    player.dispose();
  });

  it('ends where it turns out that nothing follows', async () => {
    const part = soundOf(1);
    part.end();
    let after: 'unknown' | 'end' = 'unknown';
    let tell = (): void => {};
    const program: Program = {
      ...programOf(part),
      after: () => after,
      subscribe(listener) {
        tell = listener;
        return () => {};
      },
    };
    const { fake, phase, heard } = playing(program);
    await fake.turn(0.9);
    expect(phase()).toBe('playing');
    await fake.turn(0.4);
    expect([phase(), heard()]).toEqual(['buffering', 1]);
    after = 'end';
    tell();
    await fake.turn(0.1);
    expect([phase(), heard()]).toEqual(['ended', 1]);
    expect(fake.connections).toBe(0);
  });

  it('is scheduled and then suspended holds there, and goes on with nothing lost', async () => {
    const part = soundOf(3);
    part.end();
    const { fake, phase, heard } = playing(programOf(part));
    await fake.turn(0.01);
    fake.setState('suspended');
    await fake.turn(5);
    expect([phase(), heard()]).toEqual(['buffering', 0]);
    fake.setState('running');
    await fake.turn(1);
    expect(phase()).toBe('playing');
    await fake.turn(2.2);
    expect([phase(), heard()]).toEqual(['ended', 3]);
    expect(fake.sources.every(({ stopTime, startTime }) => stopTime === null || stopTime > startTime)).toBe(true);
  });
});

describe('a page that is hidden', () => {
  it('has three seconds and more of sound ahead from that moment on, and needs no timer before they are heard', async () => {
    const page = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal('document', page);
    const part = soundOf(20);
    part.end();
    const { fake, player, end, phase } = playing(programOf(part));
    await fake.turn(1);
    expect(end()).toBeLessThan(2);
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    await fake.turn(0.05);
    expect(end()).toBeGreaterThan(3.4);
    await fake.turn(5);
    expect(end()).toBeGreaterThan(3);
    expect(phase()).toBe('playing');
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await fake.turn(4);
    expect(end()).toBeLessThan(2);
    player.dispose();
  });
});

describe('bad luck', () => {
  it('with decodes that fail now and then is an error where it happens, and play goes on from there', async () => {
    const part = soundOf(10);
    part.end();
    const random = seeded(5);
    const flaky = {
      ...part,
      frames: part.frames,
      sampleRate: part.sampleRate,
      read: (from: number, count: number, signal: AbortSignal) =>
        random() < 0.3 ? Promise.reject(new AudioError('Broken.')) : part.read(from, count, signal),
    };
    const { fake, player, phase, heard } = playing(programOf(flaky));
    let errors = 0;
    let latest = 0;
    for (let i = 0; i < 4000 && phase() !== 'ended'; i++) {
      await fake.turn(0.01);
      expect(heard()).toBeGreaterThanOrEqual(latest);
      latest = heard();
      if (phase() !== 'paused') continue;
      expect(player.getState().error?.message).toBe('Broken.');
      errors++;
      player.play();
      expect(player.getState().error).toBe(null);
    }
    await fake.turn(0.2);
    expect([phase(), heard(), fake.connections]).toEqual(['ended', 10, 0]);
    expect(errors).toBeGreaterThan(2);
  });

  it('with an output timestamp that lies at random never hears a place before another, nor what has not left', async () => {
    const part = soundOf(6);
    part.end();
    const random = seeded(9);
    const { fake, phase, heard } = playing(programOf(part), { outputLatency: 0.05 });
    let latest = 0;
    while (phase() !== 'ended') {
      fake.lie(random() * 2 - 1);
      await fake.turn(0.01);
      expect(heard()).toBeGreaterThanOrEqual(latest);
      latest = heard();
      const begun = fake.sources.find(({ samples }) => samples.length > 1)?.startTime ?? Number.POSITIVE_INFINITY;
      expect(latest).toBeLessThanOrEqual(Math.max(0, fake.context.currentTime - begun) + 1e-3);
    }
    expect(heard()).toBe(6);
  });

  it('is no error any more where the reader goes elsewhere', async () => {
    const part = soundOf(5);
    part.end();
    const broken = {
      ...part,
      frames: part.frames,
      sampleRate: part.sampleRate,
      read: (from: number, count: number, signal: AbortSignal) =>
        from < RATE ? Promise.reject(new AudioError('Broken.')) : part.read(from, count, signal),
    };
    for (const act of ['seek', 'stop'] as const) {
      const { fake, player } = playing(programOf(broken));
      await fake.turn(0.1);
      expect(player.getState().error?.message).toBe('Broken.');
      player.dispose();
      expect(player.getState().error?.message).toBe('Broken.');
      if (act === 'seek') player.seek({ part: 0, frame: 2 * RATE });
      else player.stop();
      expect(player.getState().error).toBe(null);
    }
  });
});

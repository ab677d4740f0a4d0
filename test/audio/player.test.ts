import { AudioError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import type { GrowingPart, PcmPart } from '../../src/audio/part.js';
import { createPlayer, type Player } from '../../src/audio/player.js';
import {
  createFakeAudioContext,
  type FakeAudioContext,
  type FakeAudioContextOptions,
} from '../helpers/fake-audio-context.js';
import { placeSignal } from './place-signal.js';
import { phasesOf, programOf } from './programs.js';

const RATE = 44100;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function whole(seconds: number): GrowingPart {
  const part = createPart('whole', 'pcm_44100');
  part.append(placeSignal(Math.round(seconds * RATE)));
  part.end();
  return part;
}

function playing(
  options: FakeAudioContextOptions = {},
  part: PcmPart = whole(3),
): { fake: FakeAudioContext; player: Player } {
  const fake = createFakeAudioContext(options);
  const player = createPlayer({ program: programOf(part), sampleRate: () => RATE, audioContext: fake.context });
  player.play();
  return { fake, player };
}

const never = () => new Promise<void>(() => {});
const heardSeconds = (player: Player) => player.heard().frame / RATE;
/** When the first piece began; what unlocks an output is one sample long. */
const begun = ({ sources }: FakeAudioContext) => sources.find(({ samples }) => samples.length > 1)?.startTime ?? 0;
/** Seconds that sounded, by the context's clock. */
const sounded = (fake: FakeAudioContext) => fake.context.currentTime - begun(fake);

describe('what is heard', () => {
  for (const timestamps of [true, false]) {
    it.each([0, 0.04, 0.2])(
      `is behind what left the context by exactly a latency of %s s, ${timestamps ? 'with' : 'without'} output timestamps`,
      async (outputLatency) => {
        const { fake, player } = playing({ outputLatency, timestamps });
        await fake.turn(1);
        expect(heardSeconds(player)).toBeCloseTo(sounded(fake) - outputLatency, 4);
        await fake.turn(0.55);
        expect(heardSeconds(player)).toBeCloseTo(sounded(fake) - outputLatency, 4);
      },
    );
  }

  it('is the first frame until that is heard', async () => {
    const { fake, player } = playing({ outputLatency: 0.2 });
    await fake.turn(0.2);
    expect(player.heard()).toEqual({ part: 0, frame: 0 });
  });

  it('does not step back when the output timestamp falls back 0.4 s, and goes on with the clock', async () => {
    const { fake, player } = playing({ outputLatency: 0.04 });
    await fake.turn(1);
    const before = heardSeconds(player);
    fake.lie(-0.4);
    expect(heardSeconds(player)).toBeGreaterThanOrEqual(before);
    await fake.turn(0.1);
    expect(heardSeconds(player)).toBeCloseTo(before + 0.1, 4);
  });

  it('stands still while the output timestamp is a tenth of a second late, until it has caught up', async () => {
    const { fake, player } = playing({ outputLatency: 0.04 });
    await fake.turn(1);
    const before = heardSeconds(player);
    fake.lie(-0.1);
    await fake.turn(0.05);
    expect(heardSeconds(player)).toBe(before);
    await fake.turn(0.2);
    expect(heardSeconds(player)).toBeCloseTo(before + 0.15, 4);
  });

  it('does not run ahead with an output timestamp that does', async () => {
    const { fake, player } = playing({ outputLatency: 0.04 });
    await fake.turn(1);
    fake.lie(0.5);
    expect(heardSeconds(player)).toBeCloseTo(sounded(fake) - 0.04, 4);
  });

  it('stands still while the output is suspended, and goes on with it', async () => {
    const { fake, player } = playing();
    await fake.turn(1);
    fake.setState('suspended');
    const before = heardSeconds(player);
    await fake.turn(2);
    expect(heardSeconds(player)).toBe(before);
    expect(player.getState()).toMatchObject({ blocked: true, phase: 'buffering' });
    fake.setState('running');
    expect(player.getState()).toMatchObject({ blocked: false, phase: 'playing' });
    await fake.turn(0.5);
    expect(heardSeconds(player)).toBeCloseTo(before + 0.5, 4);
  });

  it('is the whole program at the end, after the way through the sound card', async () => {
    const { fake, player } = playing({ outputLatency: 0.2 }, whole(0.5));
    await fake.turn(0.6);
    expect(player.getState().phase).toBe('playing');
    await fake.turn(0.3);
    expect(player.getState().phase).toBe('ended');
    expect(heardSeconds(player)).toBe(0.5);
  });
});

describe('an output that does not start', () => {
  it('is told as blocked, and never as playing, until a gesture starts it', async () => {
    const { fake, player } = playing({ state: 'suspended', resume: never });
    const phases = phasesOf(player);
    await fake.turn(1);
    expect(player.getState()).toMatchObject({ blocked: true, phase: 'buffering', error: null });
    expect(phases).not.toContain('playing');
    fake.answerResume(async () => fake.setState('running'));
    player.play();
    await fake.turn(0.1);
    expect(player.getState()).toMatchObject({ blocked: false, phase: 'playing' });
    await fake.turn(0.5);
    expect(heardSeconds(player)).toBeCloseTo(sounded(fake), 4);
    expect(begun(fake)).toBeLessThan(0.1);
  });

  it('is not called blocked in the moment that an output needs to start', async () => {
    const { fake, player } = playing({ state: 'suspended', resume: never });
    await fake.turn(0.3);
    expect(player.getState().blocked).toBe(false);
    fake.setState('running');
    await fake.turn(1);
    expect(player.getState()).toMatchObject({ blocked: false, phase: 'playing' });
  });

  it('is an AudioError where the browser refuses, and the next gesture works', async () => {
    const refusal = new DOMException('No.', 'NotAllowedError');
    const { fake, player } = playing({ state: 'suspended', resume: () => Promise.reject(refusal) });
    await fake.turn(0.1);
    const { error, ...rest } = player.getState();
    expect(error).toBeInstanceOf(AudioError);
    expect(error?.cause).toBe(refusal);
    expect(rest).toEqual({ phase: 'buffering', blocked: true });
    await fake.turn(1);
    fake.answerResume(async () => fake.setState('running'));
    player.play();
    await fake.turn(0.5);
    expect(player.getState()).toEqual({ phase: 'playing', blocked: false, error: null });
  });

  it('says nothing of a refusal that comes after everyone has gone', async () => {
    let refuse = () => {};
    const { fake, player } = playing({
      state: 'suspended',
      resume: () =>
        new Promise((_, reject) => (refuse = () => reject(new DOMException('Closed.', 'InvalidStateError')))),
    });
    await fake.turn(0.1);
    player.dispose();
    refuse();
    await fake.turn(1);
    expect(player.getState().error).toBe(null);
  });
});

describe('sound that cannot be decoded', () => {
  /** A part that is whole, and broken from a frame on. */
  function broken(from: number): PcmPart {
    const part = whole(3);
    return {
      ...part,
      frames: part.frames,
      sampleRate: part.sampleRate,
      read: (at, count, signal) =>
        at + count > from ? Promise.reject(new AudioError('Broken.')) : part.read(at, count, signal),
    };
  }

  it('is an AudioError once what came before it was heard', async () => {
    const { fake, player } = playing({}, broken(RATE * 2));
    await fake.turn(1);
    expect(player.getState()).toMatchObject({ phase: 'playing', error: null });
    await fake.turn(1.2);
    expect(player.getState().phase).toBe('paused');
    expect(player.getState().error?.message).toBe('Broken.');
    // 0.35 s and a second were decodable.
    expect(heardSeconds(player)).toBeCloseTo(1.35, 3);
    await fake.turn(0.5);
    expect(fake.connections).toBe(0);
  });

  it('is an AudioError at once where nothing came before it', async () => {
    const { fake, player } = playing({}, broken(10));
    await fake.turn(0.05);
    expect(player.getState()).toMatchObject({ phase: 'paused', error: { message: 'Broken.' } });
  });
});

describe('letting go', () => {
  it.each(['pause', 'stop', 'dispose'] as const)('leaves no node connected after %s', async (how) => {
    const { fake, player } = playing({ state: 'suspended' });
    await fake.turn(0.5);
    player.seek({ part: 0, frame: RATE });
    await fake.turn(0.5);
    expect(fake.connections).toBeGreaterThan(0);
    player[how]();
    await fake.turn(0.2);
    expect(fake.connections).toBe(0);
    expect(fake.closed).toBe(false);
  });

  it('leaves no node connected after the end', async () => {
    const { fake, player } = playing({}, whole(0.3));
    await fake.turn(1);
    expect(player.getState().phase).toBe('ended');
    expect(fake.connections).toBe(0);
  });

  it('may be done twice, and what played is then paused', async () => {
    const { fake, player } = playing();
    await fake.turn(0.5);
    player.dispose();
    player.dispose();
    expect(player.getState()).toEqual({ phase: 'paused', blocked: false, error: null });
    await fake.turn(3);
    expect(player.getState().phase).toBe('paused');
    expect(vi.getTimerCount()).toBe(0);
  });
});

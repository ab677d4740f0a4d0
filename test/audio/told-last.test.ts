import { createSpeech } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { createPlayer, type Player } from '../../src/audio/player.js';
import type { Program } from '../../src/audio/program.js';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { placeSignal } from './place-signal.js';
import { programOf } from './programs.js';

const RATE = 44100;
const told: unknown[] = [];
// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  // As browsers have it.
  vi.stubGlobal('reportError', (cause: unknown) => told.push(cause));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function sound(seconds = 5): Program {
  const part = createPart('whole', 'pcm_44100');
  part.append(placeSignal(seconds * RATE));
  part.end();
  return programOf(part);
}

function make(fake: FakeAudioContext = createFakeAudioContext(), program = sound()) {
  return { fake, player: createPlayer({ program, sampleRate: () => RATE, audioContext: fake.context }) };
}

/** Does something once, the first time that a player is in a phase. */
function whenFirst(player: Player, phase: string, action: () => void): void {
  let done = false;
  player.subscribe(() => {
    if (done || player.getState().phase !== phase) return;
    done = true;
    action();
  });
}

/** How many sources were not told to stop. */
const sounding = ({ sources, context }: FakeAudioContext) =>
  sources.filter(
    ({ stopTime, startTime, samples }) => stopTime === null && startTime + samples.length / RATE > context.currentTime,
  ).length;

describe('who is told of a change', () => {
  it.each(['pause', 'stop', 'dispose'] as const)('may %s at once, and nothing is heard', async (how) => {
    const { fake, player } = make();
    whenFirst(player, 'buffering', player[how]);
    player.play();
    await fake.turn(1);
    expect(player.getState().phase).toBe(how === 'stop' ? 'idle' : 'paused');
    expect(player.heard()).toEqual({ part: 0, frame: 0 });
    expect([sounding(fake), fake.connections, vi.getTimerCount()]).toEqual([0, 0, 0]);
    player.play();
    await fake.turn(1);
    expect(player.getState().phase).toBe('playing');
    expect(player.heard().frame / RATE).toBeCloseTo(0.97, 1);
    player.dispose();
  });

  it('may seek and change the speed at once', async () => {
    const { fake, player } = make();
    whenFirst(player, 'buffering', () => {
      player.seek({ part: 0, frame: 2 * RATE });
      player.setPlaybackRate(2);
    });
    player.play();
    await fake.turn(1);
    expect(player.getState().phase).toBe('playing');
    expect(player.heard().frame / RATE).toBeGreaterThan(3.5);
    player.dispose();
  });

  it('may pause at the first sound, at a jump and at a change of speed', async () => {
    for (const begin of [
      (player: Player) => player.seek({ part: 0, frame: RATE }),
      (player: Player) => player.setPlaybackRate(2),
    ]) {
      const { fake, player } = make();
      player.play();
      await fake.turn(0.5);
      whenFirst(player, 'playing', player.pause);
      player.subscribe(player.pause);
      begin(player);
      player.pause();
      await fake.turn(1);
      expect([player.getState().phase, sounding(fake), fake.connections]).toEqual(['paused', 0, 0]);
    }
  });

  it('by what is bought may pause what wants it, and nothing is left waiting', async () => {
    const part = createPart('whole', 'pcm_44100');
    let player: Player | null = null;
    const program: Program = { ...programOf(part), want: () => player?.pause() };
    const one = make(createFakeAudioContext(), program);
    player = one.player;
    const listeners = vi.spyOn(program, 'subscribe');
    player.play();
    await one.fake.turn(0.5);
    expect([player.getState().phase, listeners.mock.calls.length]).toEqual(['paused', 0]);
    expect(one.fake.connections).toBe(0);
  });

  it('may pause when the system takes the output away', async () => {
    const opened: FakeAudioContext[] = [];
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('AudioContext', function AudioContext() {
      const fake = createFakeAudioContext();
      opened.push(fake);
      return fake.context;
    });
    const player = createPlayer({ program: sound(), sampleRate: () => RATE });
    player.play();
    await opened[0]?.turn(1);
    opened[0]?.answerResume(() => new Promise(() => {}));
    whenFirst(player, 'buffering', player.pause);
    expect(() => opened[0]?.setState('suspended')).not.toThrow();
    expect(player.getState().phase).toBe('paused');
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
  });

  it('may throw, and everything goes on, for the others too', async () => {
    const { fake, player } = make();
    const phases: string[] = [];
    player.subscribe(() => {
      throw new Error('a bug of the app');
    });
    player.subscribe(() => phases.push(player.getState().phase));
    player.play();
    await fake.turn(6);
    expect(phases).toEqual(['buffering', 'playing', 'ended']);
    expect(told.map(String)).toEqual(Array(3).fill('Error: a bug of the app'));
  });

  it('may pause a speech that begins to buffer', async () => {
    const fake = createFakeAudioContext();
    const speech = createSpeech(
      { audio: placeSignal(RATE * 4).buffer, outputFormat: 'pcm_44100', text: 'Hello.' },
      { audioContext: fake.context },
    );
    const statuses: string[] = [];
    speech.subscribe(() => {
      statuses.push(speech.getSnapshot().status);
      if (speech.getSnapshot().status === 'buffering') speech.pause();
    });
    speech.play();
    expect(speech.getSnapshot().status).toBe('paused');
    await fake.turn(1);
    expect([speech.getSnapshot().status, speech.currentTime(), sounding(fake)]).toEqual(['paused', 0, 0]);
    expect(statuses.at(-1)).toBe('paused');
    speech.dispose();
  });
});

describe('two players, of which one that is paused plays on at once', () => {
  it('are not heard together: the last that asked plays', async () => {
    const [first, second] = [make(), make()];
    second.player.play();
    await second.fake.turn(1);
    whenFirst(second.player, 'paused', second.player.play);
    first.player.play();
    for (let i = 0; i < 50; i++) {
      await first.fake.turn(0.01);
      await second.fake.turn(0.01);
    }
    expect([first.player.getState().phase, second.player.getState().phase]).toEqual(['paused', 'playing']);
    expect([sounding(first.fake), first.fake.connections]).toEqual([0, 0]);
    first.player.play();
    await first.fake.turn(0.5);
    expect([first.player.getState().phase, second.player.getState().phase]).toEqual(['playing', 'paused']);
    first.player.dispose();
    second.player.dispose();
  });
});

import { AudioError, createSpeech } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaseContext } from '../../src/audio/audio-contexts.js';
import { createPart } from '../../src/audio/create-part.js';
import { type AudioFocus, createPlayer } from '../../src/audio/player.js';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { placeSignal } from './place-signal.js';
import { programOf } from './programs.js';

const audioSession = { type: 'auto' };
const REFUSED = 8000;
/** The contexts that the page opened, by rate. */
let opened: { rate: number; fake: FakeAudioContext }[] = [];
const alive = () => opened.filter(({ fake }) => !fake.closed).map(({ rate }) => rate);

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  vi.stubGlobal('navigator', { audioSession });
  vi.stubGlobal('AudioContext', function AudioContext({ sampleRate = 48000 }: { sampleRate?: number }) {
    if (sampleRate === REFUSED) throw new DOMException('No.', 'NotSupportedError');
    const fake = createFakeAudioContext({ sampleRate, state: 'suspended' });
    opened.push({ rate: sampleRate, fake });
    return fake.context;
  });
});
afterEach(async () => {
  // What is shared outlives a test as it outlives a component: until it was idle for long enough.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(alive()).toEqual([]);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function player(rate = 44100, audioFocus: AudioFocus = 'exclusive') {
  const part = createPart('whole', `pcm_${rate}`);
  part.append(placeSignal(rate));
  part.end();
  return createPlayer({ program: programOf(part), sampleRate: () => rate, audioFocus });
}

describe('the outputs of a page', () => {
  it('are not opened by making and leaving players and speeches, as StrictMode does', () => {
    for (let i = 0; i < 5; i++) {
      player().dispose();
      const speech = createSpeech({ text: 'Hello.', voiceId: 'a', outputFormat: 'pcm_44100' });
      speech.subscribe(() => {})();
      speech.dispose();
    }
    expect(opened).toEqual([]);
  });

  it('are one for each sample rate, whoever plays', async () => {
    const players = [44100, 44100, 24000, 24000].map((rate) => player(rate, 'shared'));
    for (const one of players) one.play();
    expect(alive()).toEqual([44100, 24000]);
    for (const one of players) one.dispose();
  });

  it('outlive a pause and a remount, and are closed when nobody used them for half a minute', async () => {
    const first = player();
    first.play();
    first.dispose();
    await vi.advanceTimersByTimeAsync(20_000);
    const second = player();
    second.play();
    await opened[0]?.fake.turn(0.5);
    second.pause();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(alive()).toEqual([44100]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(alive()).toEqual([]);
    expect(opened.length).toBe(1);
    second.play();
    expect(alive()).toEqual([44100]);
    second.dispose();
  });

  it('are given back once by each who had them, however often it is let go', async () => {
    const [first, second] = [player(), leaseContext(44100)];
    const third = leaseContext(44100);
    first.play();
    for (let i = 0; i < 3; i++) {
      first.dispose();
      second.release();
    }
    await vi.advanceTimersByTimeAsync(40_000);
    expect(alive()).toEqual([44100]);
    third.release();
  });

  it('make room for another rate where one is idle', () => {
    for (const rate of [44100, 24000]) leaseContext(rate).release();
    const third = leaseContext(16000);
    expect(alive()).toEqual([24000, 16000]);
    third.release();
  });

  it('are unlocked within the call of play, as iOS asks', () => {
    const one = player();
    one.play();
    expect(opened[0]?.fake.context.state).toBe('running');
    one.dispose();
  });

  it('are heard although the mute switch of a phone is on', () => {
    audioSession.type = 'auto';
    leaseContext(44100).release();
    expect(audioSession.type).toBe('playback');
  });

  it('are of the sound card’s own rate where the browser refuses one, and of all rates that it refuses', async () => {
    const one = player(REFUSED);
    one.play();
    await vi.advanceTimersByTimeAsync(50);
    expect(one.getState().error).toBe(null);
    expect(alive()).toEqual([48000]);
    const { sources = [] } = opened[0]?.fake ?? {};
    const [, first] = sources;
    expect(first?.samples.length).toBe(Math.ceil(0.35 * 48000));
    leaseContext(REFUSED).release();
    expect(alive()).toEqual([48000]);
    one.dispose();
  });

  it('are at most two: who asks for a third rate while both are in use shares one', () => {
    const [first, second, third] = [44100, 24000, 16000].map((rate) => leaseContext(rate));
    expect(alive()).toEqual([44100, 24000]);
    expect(third?.context).toBe(first?.context);
    for (const lease of [first, second, third]) lease?.release();
  });

  it('are named in an AudioError where the browser opens none', () => {
    vi.stubGlobal('AudioContext', function AudioContext() {
      throw new DOMException('No.', 'NotSupportedError');
    });
    const one = player();
    one.play();
    expect(one.getState().error).toBeInstanceOf(AudioError);
    expect(one.getState().phase).toBe('paused');
  });

  it('are named in an AudioError where the browser has none', () => {
    vi.stubGlobal('AudioContext', undefined);
    const one = player();
    one.play();
    expect(one.getState().error?.message).toContain('no Web Audio');
  });
});

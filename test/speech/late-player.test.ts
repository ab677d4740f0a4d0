import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { createStandIn } from '../helpers/stand-in.js';

const TEXT = 'Hello there.';
let opened: FakeAudioContext[] = [];

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  opened = [];
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('AudioContext', function AudioContext() {
    const fake = createFakeAudioContext({ state: 'suspended' });
    opened.push(fake);
    return fake.context;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A speech on a page that has loaded nothing of what makes sound, nor begun to. */
async function fresh(text = TEXT) {
  const { createSpeech } = await import('react-readalong');
  const { loadSoundKit, soundKit } = await import('../../src/store/sound-kit.js');
  const { relay, calls } = createStandIn();
  const speech = createSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'pcm_44100' }, { relay });
  expect(soundKit()).toBe(null);
  return { speech, calls, loadSoundKit };
}

describe('who presses play before what makes sound is here', () => {
  it('opens the output in that very gesture, and hears it once it is here, bought once', async () => {
    const { speech, calls, loadSoundKit } = await fresh();
    speech.play();
    expect([opened.length, opened[0]?.sources.length]).toEqual([1, 1]);
    expect(speech.getSnapshot()).toMatchObject({ status: 'buffering', loading: 'waiting', blocked: false });
    await loadSoundKit();
    await speech.fetchAll();
    await opened[0]?.turn(0.5);
    expect(speech.getSnapshot().status).toBe('playing');
    expect(speech.currentTime()).toBeGreaterThan(0);
    expect([opened.length, calls.length]).toEqual([1, 1]);
    speech.dispose();
  });

  it('and pauses again hears nothing when it comes', async () => {
    const { speech, loadSoundKit } = await fresh();
    speech.play();
    speech.pause();
    expect(speech.getSnapshot().status).toBe('paused');
    await loadSoundKit();
    await opened[0]?.turn(1);
    expect(speech.getSnapshot().status).toBe('paused');
    expect(opened[0]?.sources.length).toBe(1);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(opened[0]?.closed).toBe(true);
  });

  it('and jumps, hears it from there, as fast and as loud as was set', async () => {
    const { speech, loadSoundKit } = await fresh(`${TEXT} `.repeat(9));
    speech.setPlaybackRate(2);
    speech.play();
    speech.seek(3);
    expect(speech.currentTime()).toBe(3);
    await loadSoundKit();
    await speech.fetchAll();
    await opened[0]?.turn(1);
    expect(speech.currentTime()).toBeGreaterThan(4);
    expect(speech.currentTime()).toBeLessThan(5.1);
    expect(speech.getSnapshot()).toMatchObject({ status: 'playing', playbackRate: 2 });
    speech.dispose();
  });

  it('is told at once where there is no output, and nothing is bought twice by pressing again', async () => {
    const { speech, calls, loadSoundKit } = await fresh();
    vi.stubGlobal('AudioContext', undefined);
    speech.play();
    expect(speech.getSnapshot()).toMatchObject({ status: 'paused', error: { name: 'AudioError' } });
    speech.play();
    await loadSoundKit();
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls.length).toBe(1);
    expect(speech.getSnapshot().status).toBe('paused');
  });
});

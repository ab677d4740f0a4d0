import { createSpeech, createSpeechStore, type Relay, runCommand, type SpeechRequest } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeSignal } from '../audio/place-signal.js';
import { wav, writeSamples } from '../audio/wav-bytes.js';
import { createFakeAudioContext, type FakeAudioContextOptions } from '../helpers/fake-audio-context.js';

const RATE = 44100;
const text = 'abcdefgh';
const seconds = Array.from(text, (_, i) => i);
const request: SpeechRequest = { text, voiceId: 'a', outputFormat: 'pcm_44100' };

// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A speech whose answer comes when it is told to: eight characters of a second each. */
function tell(options: FakeAudioContextOptions = {}, whenLeft: 'pause' | 'play' = 'pause') {
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  async function* chunks() {
    await answered;
    const ends = seconds.map((second) => second + 1);
    const alignment = { characters: [...text], characterStartTimesSeconds: seconds, characterEndTimesSeconds: ends };
    yield { audio: placeSignal(RATE * 8), alignment, normalizedAlignment: null };
  }
  const speak = vi.fn(async () => ({ requestId: 'r', characterCost: 1, outputFormat: 'pcm_44100', chunks: chunks() }));
  const relay = { speak } as unknown as Relay;
  const fake = createFakeAudioContext(options);
  const store = createSpeechStore();
  const held = { count: 0 };
  const open = store.open;
  vi.spyOn(store, 'open').mockImplementation((recipe) => {
    const recording = open(recipe);
    if (vi.isMockFunction(recording.retain)) return recording;
    const retain = recording.retain;
    vi.spyOn(recording, 'retain').mockImplementation(() => {
      const free = retain();
      held.count++;
      return (when) => {
        held.count--;
        free(when);
      };
    });
    return recording;
  });
  const speech = createSpeech(request, { relay, store, audioContext: fake.context, whenLeft });
  const leave = speech.subscribe(() => {});
  return { speech, fake, leave, answer, status: () => speech.getSnapshot().status, speak, held };
}

describe('a speech that waits for the time of a place', () => {
  it('plays from there when it comes', async () => {
    const { speech, fake, answer, status } = tell();
    speech.seekToOffset(3);
    speech.play();
    await fake.turn(0.2);
    expect([status(), speech.currentOffset()]).toEqual(['buffering', 3]);
    answer();
    await fake.turn(0.5);
    expect(status()).toBe('playing');
    expect(speech.currentTime()).toBeCloseTo(3.5, 1);
    speech.dispose();
  });

  it('gives way to who is played later, for good', async () => {
    const [first, second] = [tell(), tell()];
    first.speech.seekToOffset(3);
    first.speech.play();
    await first.fake.turn(0.1);
    second.speech.play();
    expect([first.status(), second.status()]).toEqual(['paused', 'buffering']);
    second.answer();
    await second.fake.turn(0.5);
    first.answer();
    await first.fake.turn(0.5);
    await second.fake.turn(0.5);
    expect([first.status(), second.status()]).toEqual(['paused', 'playing']);
    expect(first.speech.currentTime()).toBeCloseTo(3, 3);
    first.speech.dispose();
    second.speech.dispose();
  });

  it('pauses who played before', async () => {
    const [first, second] = [tell(), tell()];
    first.speech.play();
    first.answer();
    await first.fake.turn(0.5);
    second.speech.seekToOffset(3);
    second.speech.play();
    expect([first.status(), second.status()]).toEqual(['paused', 'buffering']);
    first.speech.dispose();
    second.speech.dispose();
  });

  it('plays by the key that plays or pauses where the browser wants a gesture', async () => {
    const { speech, fake, answer, status } = tell({ state: 'suspended', resume: () => new Promise(() => {}) });
    speech.play();
    await fake.turn(1);
    expect(speech.getSnapshot()).toMatchObject({ status: 'buffering', blocked: true });
    fake.answerResume(async () => fake.setState('running'));
    runCommand(speech, 'toggle');
    answer();
    await fake.turn(0.5);
    expect(status()).toBe('playing');
    runCommand(speech, 'toggle');
    expect(status()).toBe('paused');
    speech.dispose();
  });

  it('says that the browser wants a gesture', async () => {
    const { speech, fake, answer, status } = tell({ state: 'suspended', resume: () => new Promise(() => {}) });
    speech.seekToOffset(3);
    speech.play();
    await fake.turn(1);
    expect(speech.getSnapshot()).toMatchObject({ status: 'buffering', blocked: true });
    fake.setState('running');
    expect(speech.getSnapshot().blocked).toBe(false);
    answer();
    await fake.turn(0.5);
    expect(status()).toBe('playing');
    speech.dispose();
  });

  it.each(['dispose', 'pause', 'stop', 'leave'] as const)(
    'is silent for good after %s, whatever comes then, and holds nothing',
    async (how) => {
      const { speech, fake, answer, status, leave } = tell();
      speech.seekToOffset(3);
      speech.play();
      await fake.turn(0.2);
      if (how === 'leave') leave();
      else speech[how]();
      expect(status()).toBe(how === 'stop' ? 'idle' : 'paused');
      answer();
      await fake.turn(1);
      expect(status()).toBe(how === 'stop' ? 'idle' : 'paused');
      expect([fake.connections, fake.sources.length]).toEqual([0, 0]);
      speech.dispose();
    },
  );

  it('is paused at once by who hears of it', async () => {
    const { speech, fake, answer, status } = tell();
    speech.subscribe(() => {
      if (status() === 'buffering') speech.pause();
    });
    speech.seekToOffset(3);
    speech.play();
    answer();
    await fake.turn(1);
    expect([status(), speech.currentOffset(), fake.connections]).toEqual(['paused', 3, 0]);
    speech.dispose();
  });

  it('says what is wrong where there is no output, and buys nothing for it', async () => {
    const { speech, fake, status, speak } = tell();
    await fake.context.close();
    speech.seekToOffset(3);
    const before = speak.mock.calls.length;
    speech.play();
    expect([status(), speech.getSnapshot().error?.message]).toEqual(['paused', expect.stringContaining('closed')]);
    await fake.turn(0.5);
    expect(speak.mock.calls.length - before).toBeLessThanOrEqual(1);
    speech.dispose();
  });
});

describe('a time that is gone to before the sample rate is known', () => {
  const body = writeSamples(
    Float32Array.from({ length: 160_000 }, (_, i) => Math.sin(i / 7)),
    1,
    16,
  );
  const bytes = wav(body, { encoding: 1, bits: 16, channels: 1, sampleRate: 16000 });
  const alignment = {
    characters: [...'abcdefghij'],
    character_start_times_seconds: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    character_end_times_seconds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  };

  it.each([
    ['nobody declared it', undefined],
    ['another was declared', 'wav_48000'],
    ['it is as declared', 'wav_16000'],
  ])('is that time afterwards: %s', async (_, outputFormat) => {
    for (const plays of [true, false]) {
      const fake = createFakeAudioContext();
      const speech = createSpeech(
        { audio: bytes.slice().buffer, alignment, ...(outputFormat && { outputFormat }) },
        { audioContext: fake.context },
      );
      speech.seek(2);
      expect(speech.currentTime()).toBeCloseTo(2, 3);
      speech.subscribe(() => {});
      if (plays) speech.play();
      await fake.turn(0.1);
      if (!plays) expect(speech.currentTime()).toBeCloseTo(2, 3);
      await fake.turn(0.4);
      if (plays) expect(speech.getSnapshot().status).toBe('playing');
      expect(speech.currentTime()).toBeLessThan(2.6);
      expect(speech.currentTime()).toBeGreaterThan(plays ? 2.1 : 1.999);
      expect(speech.currentOffset()).toBe(2);
      // And it stays where it is from then on.
      speech.pause();
      const then = speech.currentTime();
      await fake.turn(0.2);
      expect(speech.currentTime()).toBe(then);
      speech.dispose();
    }
  });
});

describe('a speech that plays on when everybody left', () => {
  it('lets go of its sound when it has ended', async () => {
    const { speech, fake, leave, answer, status, held } = tell({}, 'play');
    speech.play();
    answer();
    await fake.turn(1);
    leave();
    expect([status(), held.count]).toEqual(['playing', 1]);
    await fake.turn(8);
    expect([status(), held.count, fake.connections]).toEqual(['ended', 0, 0]);
    speech.play();
    await fake.turn(0.5);
    expect([status(), held.count]).toEqual(['playing', 1]);
    speech.pause();
    expect(held.count).toBe(0);
  });
});

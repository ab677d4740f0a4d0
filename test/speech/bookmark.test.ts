import { bindBookmark, createSpeech, type Speech } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeAudioContext } from '../helpers/fake-audio-context.js';
import { createStandIn } from '../helpers/stand-in.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const text = Array.from({ length: 12 }, (_, i) => `Sentence number ${i} tells a story of its own.`).join(' ');

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

function opened(of: string = text, voiceId = 'JBFqnCBsd6RMkjVDRZzb') {
  const { relay, calls } = createStandIn();
  const fake = createFakeAudioContext({ sampleRate: 8000 });
  const speech = createSpeech({ text: of, voiceId, outputFormat: 'pcm_8000' }, { relay, audioContext: fake.context });
  speech.subscribe(() => {});
  return { speech, fake, calls };
}

/** Reads for some seconds under a bookmark, and is killed: nothing is told to anybody. */
async function readFor(seconds: number, keep: ReturnType<typeof storage>): Promise<number> {
  const { speech, fake } = opened();
  bindBookmark(speech, { name: 'story', storage: keep });
  await vi.advanceTimersByTimeAsync(1);
  speech.play();
  await fake.turn(seconds);
  return speech.currentOffset();
}

async function comeBack(keep: ReturnType<typeof storage>, speech: Speech): Promise<number> {
  bindBookmark(speech, { name: 'story', storage: keep });
  await vi.advanceTimersByTimeAsync(1);
  return speech.currentOffset();
}

describe('a bookmark', () => {
  it('is within a sentence of where the page was killed, whenever that was', async () => {
    for (const seconds of [0.8, 3.3, 7.7, 12.1, 20.9]) {
      const keep = storage();
      const place = await readFor(seconds, keep);
      const { speech, calls } = opened();
      const back = await comeBack(keep, speech);
      expect(place - back).toBeGreaterThanOrEqual(0);
      expect(place - back).toBeLessThan(47);
      expect(calls.length).toBe(0);
    }
  });

  it('goes on from there, in another voice too', async () => {
    const keep = storage();
    const place = await readFor(9, keep);
    const { speech, fake } = opened(text, 'CwhRBWXzGAHq8TQ4Fs17');
    const back = await comeBack(keep, speech);
    speech.play();
    await fake.turn(1);
    expect(speech.getSnapshot().status).toBe('playing');
    expect(speech.currentOffset()).toBeGreaterThan(back);
    expect(speech.currentOffset()).toBeLessThan(place + 30);
  });

  it('finds the same words where the text was edited before them', async () => {
    const keep = storage();
    const place = await readFor(9, keep);
    const { speech } = opened(`A new beginning was written. ${text.replace('number 1 ', 'number one ')}`);
    const back = await comeBack(keep, speech);
    const words = speech.getSnapshot().timeline.text.slice(back, back + 20);
    expect(text.slice(place - 47, place + 20)).toContain(words.slice(0, 15));
  });

  it('is taken away where the text was heard to its end', async () => {
    const keep = storage();
    await readFor(9, keep);
    expect(keep.kept.size).toBe(1);
    await readFor(100, keep);
    expect(keep.kept.size).toBe(0);
  });

  it('leaves alone a reader who has begun in the meantime', async () => {
    const keep = storage();
    await readFor(9, keep);
    const { speech } = opened();
    let answer: (value: string | null) => void = () => {};
    const slow = { ...keep, getItem: () => new Promise<string | null>((resolve) => (answer = resolve)) };
    bindBookmark(speech, { name: 'story', storage: slow });
    speech.seek(0);
    speech.seekToOffset(5);
    answer(keep.getItem('story'));
    await vi.advanceTimersByTimeAsync(1);
    expect(speech.currentOffset()).toBe(5);
  });

  it.each([
    ['what nobody wrote', { getItem: () => '{"offset":"x"}' }],
    ['what is no JSON', { getItem: () => 'x' }],
    [
      'a storage that throws',
      {
        getItem: () => {
          throw new Error('No.');
        },
      },
    ],
    ['a storage that rejects', { getItem: () => Promise.reject(new Error('No.')) }],
  ])('makes nothing of %s', async (_, { getItem }) => {
    const { speech } = opened();
    const failing = { getItem, setItem: () => Promise.reject(new Error('Full.')), removeItem() {} };
    bindBookmark(speech, { name: 'story', storage: failing });
    await vi.advanceTimersByTimeAsync(1);
    expect(speech.currentOffset()).toBe(0);
    speech.play();
    await vi.advanceTimersByTimeAsync(3000);
  });
});

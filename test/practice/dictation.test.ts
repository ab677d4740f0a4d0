import { createDictation, type Speech } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { practised } from './practised.js';

const TEXT = 'One two. Three four.';

// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
let fake: FakeAudioContext;
let speech: Speech;
beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (done: () => void) => setTimeout(done, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  fake = createFakeAudioContext();
  speech = practised(TEXT, fake.context, 0.1);
  await fake.turn(0.1);
});
afterEach(() => {
  speech.dispose();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Up to where the text was to be seen, in order, while all of it was spoken. */
async function revealed(unit: 'word' | 'sentence', when: 'begun' | 'heard'): Promise<number[]> {
  const dictation = createDictation(speech);
  const seen: number[] = [];
  dictation.subscribe(() => seen.push(dictation.revealedUntil()));
  dictation.start({ unit, when });
  speech.play();
  await fake.turn(2.5);
  dictation.dispose();
  return seen;
}

describe('a dictation', () => {
  it('shows each word when it was heard', async () => {
    expect(await revealed('word', 'heard')).toEqual([0, 3, 8, 14, 20]);
  });

  it('shows each sentence when it begins', async () => {
    const seen = await revealed('sentence', 'begun');
    expect(seen).toEqual([0, seen[1], 20]);
    expect(seen[1]).toBeGreaterThanOrEqual(8);
    expect(seen[1]).toBeLessThanOrEqual(9);
  });

  it('hides nothing while it is off, gives a hint, and hides no more what was shown', async () => {
    const dictation = createDictation(speech);
    expect(dictation.revealedUntil()).toBe(TEXT.length);
    dictation.start();
    expect([dictation.isOn, dictation.revealedUntil()]).toEqual([true, 0]);
    dictation.hint();
    expect(dictation.revealedUntil()).toBe(3);
    dictation.hint();
    expect(dictation.revealedUntil()).toBe(8);
    speech.play();
    await fake.turn(0.3);
    expect(dictation.revealedUntil()).toBe(8);
    dictation.stop();
    expect([dictation.isOn, dictation.revealedUntil()]).toEqual([false, TEXT.length]);
  });
});

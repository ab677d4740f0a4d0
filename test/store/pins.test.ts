import { createSpeechStore } from 'react-readalong';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAloud } from '../document/reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const text = Array.from({ length: 20 }, (_, i) => `Sentence number ${i} says a little more than before.`).join(' ');

it('keeps the parts of a long text while somebody reads it, and none for nobody where there is no room', async () => {
  const store = createSpeechStore({ keptBytes: 0, graceSeconds: 0 });
  const first = readAloud(text, { store });
  first.speech.play();
  await first.until(() => first.speech.getSnapshot().status === 'ended', 200);
  const second = readAloud(text, { store });
  second.speech.play();
  await second.until(() => second.speech.getSnapshot().status === 'ended', 200);
  expect(first.calls.length).toBeGreaterThan(2);
  expect(second.calls).toEqual([]);

  first.speech.dispose();
  second.speech.dispose();
  await second.turn(1);
  const third = readAloud(text, { store });
  third.speech.play();
  await third.until(() => third.speech.getSnapshot().status === 'ended', 200);
  expect(third.bought()).toEqual(first.bought());
});

import { createDocument, SpeechProvider, useSpeech } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

const text = Array.from({ length: 8 }, (_, i) => `Sentence number ${i} is told in a calm voice.`).join(' ');
let current: ReturnType<typeof useSpeech>;

function Reader(props: { text: string; voiceId: string }) {
  current = useSpeech(props);
  return <p>{current.status}</p>;
}

const { relay, calls } = createStandIn();
const page = (of: string, voiceId: string) => (
  <SpeechProvider relay={relay}>
    <Reader text={of} voiceId={voiceId} />
  </SpeechProvider>
);
const ALMA = 'JBFqnCBsd6RMkjVDRZzb';
const OTHER = 'CwhRBWXzGAHq8TQ4Fs17';

beforeEach(() => void localStorage.clear());
afterEach(() => current.speech.dispose());

describe('a reader who changes the voice', () => {
  it('goes on at the same word, in the new voice', async () => {
    const { rerender } = await render(page(text, ALMA));
    current.play();
    await expect.poll(() => current.speech.currentOffset()).toBeGreaterThan(20);
    const place = current.speech.currentOffset();
    await rerender(page(text, OTHER));
    await expect.poll(() => current.status).toBe('playing');
    expect(current.speech.currentOffset()).toBeGreaterThanOrEqual(place);
    expect(current.speech.currentOffset()).toBeLessThan(place + 30);
    expect(calls.at(-1)?.url).toContain(OTHER);
  });

  it('while paused stays there, and nothing is bought', async () => {
    const { rerender } = await render(page(text, ALMA));
    current.play();
    await expect.poll(() => current.speech.currentOffset()).toBeGreaterThan(30);
    current.pause();
    const place = current.speech.currentOffset();
    const before = calls.length;
    await rerender(page(`${text} And more.`, OTHER));
    expect(current.speech.currentOffset()).toBe(place);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(calls.length).toBe(before);
  });
});

it('a text that is edited while it plays waits at the same word: typing buys nothing', async () => {
  const { rerender } = await render(page(text, ALMA));
  current.play();
  await expect.poll(() => current.speech.currentOffset()).toBeGreaterThan(40);
  const place = current.speech.currentOffset();
  const before = calls.length;
  for (const more of ['A', 'Al', 'Als', 'Also']) await rerender(page(`${more} ${text}`, ALMA));
  expect(calls.length).toBe(before);
  expect(current.speech.currentOffset()).toBeGreaterThanOrEqual(place + 5);
  expect(current.speech.currentOffset()).toBeLessThan(place + 30);
});

const longText = createDocument();

it('a text of any length plays through the same hook', async () => {
  function Book() {
    current = useSpeech({ text: `${text}\n\n${text}\n\n${text}`, voiceId: ALMA, document: longText });
    return null;
  }
  await render(
    <SpeechProvider relay={relay}>
      <Book />
    </SpeechProvider>,
  );
  const before = calls.length;
  current.seekToOffset(text.length + 2);
  current.play();
  await expect.poll(() => current.status).toBe('playing');
  expect(calls.length).toBeGreaterThan(before);
  expect(calls[before]?.body?.text.startsWith('Sentence number 0')).toBe(true);
});
